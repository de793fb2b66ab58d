// What a panel shows, to keep: a folded list with a button for each form of file.
// Every word is put in by textContent: titles may hold the words of an article.
const FORMS = { table: ["CSV", "JSONL"], picture: ["SVG", "PNG"] };
const LARGEST = 8000; // pixels along one side of a picture, within what every browser draws

function put(parent, name, words, look) {
  const node = document.createElement(name);
  if (words) node.textContent = words;
  if (look) node.className = look;
  parent.append(node);
  return node;
}

function hand(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// An SVG that is shown as an image runs no script and loads nothing.
async function drawn(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(image.src);
  }
  const scale = Math.min(2, LARGEST / Math.max(image.width, image.height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(image.width * scale);
  canvas.height = Math.ceil(image.height * scale);
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function render({ model, el }) {
  const box = put(el, "details", "", "ss-keep");
  put(box, "summary", "Keep tables and pictures as files");
  const list = put(box, "ul");
  const said = put(box, "p", "", "ss-keep-said");
  said.setAttribute("role", "status");

  function draw() {
    const had = document.activeElement?.dataset?.place;
    list.replaceChildren();
    model.get("items").forEach(({ kind, title }, number) => {
      const row = put(list, "li");
      put(row, "span", `${kind === "table" ? "Table" : "Picture"} “${title}”`);
      for (const form of FORMS[kind]) {
        const button = put(row, "button", form);
        button.type = "button";
        button.dataset.place = `${number} ${form}`;
        button.setAttribute("aria-label", `${form}: ${kind} “${title}”`);
        button.onclick = () => {
          said.textContent = "";
          model.send({ number, form: form.toLowerCase() });
        };
        if (button.dataset.place === had) button.focus();
      }
    });
    if (!list.children.length) put(put(list, "li"), "span", "There is nothing to keep yet.");
  }

  async function receive(message) {
    if (message.problem) {
      said.textContent = message.problem;
      return;
    }
    const svg = message.form === "png";
    const blob = svg ? await drawn(message.content) : new Blob([message.content], { type: message.type });
    hand(message.name, blob);
    said.textContent = `Kept as ${message.name}, where your browser puts downloads.`;
  }

  const failed = () => {
    said.textContent = "This could not be made into a file. Try another form.";
  };
  const asked = (message) => receive(message).catch(failed);
  box.ontoggle = () => {
    model.set("opened", box.open);
    model.save_changes();
  };
  model.on("change:items", draw);
  model.on("msg:custom", asked);
  box.open = model.get("opened");
  draw();
  return () => {
    model.off("change:items", draw);
    model.off("msg:custom", asked);
  };
}

export default { render };
