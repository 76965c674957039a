// The page on which an officer writes without a network. What he saves is sealed at once, and sent when that can be.
import { add, openQueue, waiting } from "./queue.js";
import { whatHappened, whatWaits } from "./say.js";
import { seal } from "./seal.js";
import { send, whoIsHere } from "./send.js";

const main = document.querySelector("[data-jottings]");
const form = main.querySelector("form");
const part = (name) => main.querySelector(`[data-${name}]`);
const { url, key, keyId, worker, scope } = main.dataset;
const WRITER = "regie.writer"; // who was signed in here last: a number of no meaning elsewhere
const FIRST_WAIT = 4000; // milliseconds: a telephone says that it has a network when it only sees one
const LONGEST_WAIT = 300000;
let queue = null;
let touched = false; // whether he changed the time himself
let wait = FIRST_WAIT;
let again = 0;

const say = (name, words) => {
  const place = part(name);
  place.hidden = !words;
  const text = place.querySelector("p") ?? place;
  if (text.textContent !== words) text.textContent = words;
};
const writerHere = () => {
  try { return localStorage.getItem(WRITER); } catch { return null; }
};
const rememberWriter = (writer) => {
  try { if (writer) localStorage.setItem(WRITER, writer); } catch { /* then he has to have a network to begin */ }
};
const showTime = () => {
  if (touched) return;
  const now = new Date();
  form.elements.told.value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
};

const showWhatWaits = async () => {
  const all = await waiting(queue);
  say("waiting", whatWaits(all, writerHere()));
  return all.length;
};

const trySending = async () => {
  clearTimeout(again);
  const told = await send(queue, url);
  rememberWriter(told.writer);
  const left = await showWhatWaits();
  if (left || told.kept || told.gone) say("happened", whatHappened(told, left));
  part("arrived").hidden = !told.kept;
  part("sign-in").hidden = !(left && told.state === "signed out");
  const later = left && ["away", "no network"].includes(told.state);
  if (later) again = setTimeout(trySending, wait);
  wait = later ? Math.min(wait * 2, LONGEST_WAIT) : FIRST_WAIT;
};

const written = () => {
  const told = new FormData(form);
  const [words, about] = ["words", "about"].map((name) => String(told.get(name)).trim());
  return { words, about, kind: told.get("kind") ?? "", outcome: told.get("outcome") ?? "", told: String(told.get("told")).slice(0, 16) };
};

const problemOf = (note) => {
  if (!note.words) return "Typ eerst iets in het vak.";
  if (!/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\dT\d\d:\d\d$/.test(note.told)) return "Kies een dag en een tijd.";
  return "";
};

const save = async (event) => {
  event.preventDefault();
  showTime();
  const [note, writer, ref] = [written(), writerHere(), crypto.randomUUID()];
  const problem = problemOf(note) || (writer ? "" : "Log eerst één keer in op dit toestel, met netwerk. Daarna kunt u hier schrijven.");
  say("problem", problem);
  if (problem) return;
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const sealed = await seal(note, { writer, ref, key });
    await add(queue, { ref, writer, key: Number(keyId), sealed });
    form.reset();
    touched = false;
    showTime();
    say("happened", "Verzegeld en bewaard op dit toestel.");
    form.elements.words.focus();
  } catch {
    say("problem", "Deze notitie kon hier niet bewaard worden. Wat u typte, staat er nog. Schrijf het op papier, of probeer het opnieuw.");
    return;
  } finally {
    button.disabled = false;
  }
  wait = FIRST_WAIT;
  await trySending();
};

const cannotKeep = () => say("problem", "Dit toestel kan nu geen notities bewaren, misschien door een privévenster. Wat u typt, blijft alleen in het vak staan.");

const begin = async () => {
  part("plain").hidden = true;
  form.hidden = false;
  showTime();
  form.elements.told.addEventListener("input", () => { touched = true; });
  window.addEventListener("beforeunload", (event) => { if (form.elements.words.value.trim()) event.preventDefault(); });
  form.addEventListener("submit", (event) => (queue ? save(event) : (event.preventDefault(), cannotKeep())));
  try {
    if (!crypto.subtle) throw new Error("nothing can be sealed here");
    queue = await openQueue();
  } catch {
    cannotKeep();
  }
  performance.mark("regie-log-usable");
  navigator.serviceWorker?.register(worker, { scope }).catch(() => { /* then this page asks a network */ });
  if (!queue) return;
  window.addEventListener("online", trySending);
  window.addEventListener("offline", trySending);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { showTime(); trySending(); } });
  rememberWriter((await whoIsHere(url)).writer);
  await trySending();
};

begin();
