// Warns before the session ends and lets the officer stay signed in, in every open tab at once.
(() => {
  const bar = document.querySelector("[data-session-seconds]");
  if (!bar) return;
  const words = bar.querySelector("[data-session-words]");
  const button = bar.querySelector("button");
  const lasts = Number(bar.dataset.sessionSeconds) * 1000;
  const warning = Number(bar.dataset.warningSeconds) * 1000;
  const key = "regie.session.ends";
  let ends = 0;
  // Whose note it is that is written on this device without a network: a number of no meaning elsewhere.
  try { if (bar.dataset.writer) localStorage.setItem("regie.writer", bar.dataset.writer); } catch { /* private mode */ }

  const inMinutes = (left) => {
    const minutes = Math.ceil(left / 60000);
    return minutes > 1 ? `${minutes} minuten` : "1 minuut";
  };
  const say = (sentence) => {
    if (words.textContent !== sentence) words.textContent = sentence;
  };
  const renew = () => {
    ends = Date.now() + lasts;
    try { localStorage.setItem(key, String(ends)); } catch { /* private mode: this tab alone */ }
  };
  const elsewhere = () => {
    try { return Number(localStorage.getItem(key)) || 0; } catch { return 0; }
  };
  const look = () => {
    ends = Math.max(ends, elsewhere());
    const left = ends - Date.now();
    bar.hidden = left > warning;
    if (bar.hidden) return;
    button.hidden = left <= 0;
    say(left > 0
      ? `U wordt over ${inMinutes(left)} uitgelogd. Wat u typte, blijft bewaard.`
      : "U bent uitgelogd. Log opnieuw in om verder te gaan.");
  };
  const stay = async () => {
    button.disabled = true;
    try {
      const answer = await fetch(bar.dataset.stayUrl, {
        method: "POST",
        credentials: "same-origin",
        redirect: "error",
        headers: { "X-CSRFToken": bar.dataset.csrf },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      renew();
      look();
    } catch {
      say("Dat lukte niet. Probeer het nog een keer.");
    } finally {
      button.disabled = false;
    }
  };

  renew();
  button.addEventListener("click", stay);
  document.addEventListener("regie:answered", renew); // who types is there: reads.js
  window.addEventListener("storage", (event) => event.key === key && look());
  setInterval(look, 1000);
})();
