"""A comparison as one HTML file: everything found, with its evidence, to print and to keep."""

from toolkit.report.page import report_html

__all__ = ["report_html"]
