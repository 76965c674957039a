// While somebody types what a young person will read: asks how it reads, and shows the hints under the field.
(() => {
  const PAUSE = 700; // milliseconds without a key

  const show = (box, html) => {
    const answer = new DOMParser().parseFromString(html, "text/html").body;
    const same = answer.textContent.trim() === box.textContent.trim();
    if (!same) box.replaceChildren(...answer.childNodes); // the same hint is not read aloud again
  };
  const watch = (box) => {
    const field = document.getElementById(box.dataset.reads);
    const token = field?.form?.elements.namedItem("csrfmiddlewaretoken");
    if (!token) return;
    let pause;
    let asking;
    const ask = async () => {
      asking?.abort();
      if (!field.value.trim()) return box.replaceChildren();
      asking = new AbortController();
      try {
        const answer = await fetch(box.dataset.url, {
          method: "POST",
          credentials: "same-origin",
          redirect: "manual",
          headers: { "X-CSRFToken": token.value },
          body: new URLSearchParams({ kort: "1", text: field.value }),
          signal: asking.signal,
        });
        if (!answer.ok) return;
        document.dispatchEvent(new Event("regie:answered"));
        show(box, await answer.text());
      } catch { /* without a network there is no hint; typing goes on */ }
    };
    field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(ask, PAUSE);
    });
    if (field.value.trim()) ask();
  };

  document.querySelectorAll("[data-reads]").forEach(watch);
})();
