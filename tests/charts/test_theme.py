import subprocess
import sys


def test_charts_load_without_matplotlib():
    code = (
        "import sys, toolkit.charts.bars, toolkit.charts.strip, toolkit.charts.ribbon, "
        "toolkit.charts.theme; sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_users_own_settings_come_back():
    import matplotlib as mpl

    from toolkit.charts.theme import style

    with mpl.rc_context({"font.size": 33.0}):
        with style():
            assert mpl.rcParams["font.size"] == 10
        assert mpl.rcParams["font.size"] == 33
