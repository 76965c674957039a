// Copies the text of a page to the clipboard, and says whether that worked.
(() => {
  const box = document.querySelector("[data-copy]");
  if (!box) return;
  const text = box.querySelector("[data-copy-text]");
  const words = box.querySelector("[data-copy-words]");
  const button = box.querySelector("button");

  const older = () => {
    text.select();
    return document.execCommand("copy");
  };
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      return true;
    } catch {
      return older();
    }
  };
  box.querySelector("[data-copy-do]").hidden = false;
  button.addEventListener("click", async () => {
    words.textContent = (await copied())
      ? "Gekopieerd. Plak de tekst nu in het andere systeem."
      : "Kopiëren lukte niet. Selecteer de tekst en kopieer hem zelf.";
  });
})();
