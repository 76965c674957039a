// Sends what waits, in order, once: only what Regie says it kept, or that was thrown away there, leaves this device.
import { remove, waiting } from "./queue.js";

const AT_ONCE = 20;
const LONGEST = 20000; // milliseconds for one answer

// One tab at a time; a browser without locks relies on the server, which keeps every note once.
const alone = (work) => (navigator.locks ? navigator.locks.request("regie-jottings", work) : work());

const ask = (url, how = {}) => fetch(url, {
  cache: "no-store",
  redirect: "manual",
  signal: AbortSignal.timeout(LONGEST),
  ...how,
});

const stateOf = (answer) => {
  if (answer.type === "opaqueredirect") return "signed out";
  if (answer.status === 403) return "not allowed";
  return answer.ok ? "" : "away";
};

// A browser throws a TypeError for want of a network, and what it waited too long for is the same to who stands there.
const stateAfter = (error) => {
  if (["signed out", "not allowed", "away"].includes(error.message)) return error.message;
  return error instanceof TypeError || error.name === "TimeoutError" ? "no network" : "away";
};

// Who is signed in here: { writer, token }, or { state } that says why nobody is.
export const whoIsHere = async (url) => {
  try {
    const answer = await ask(url);
    const state = stateOf(answer);
    return state ? { state } : await answer.json();
  } catch (error) {
    return { state: stateAfter(error) };
  }
};

const post = async (url, token, notes) => {
  const body = JSON.stringify({ notes: notes.map(({ ref, key, sealed }) => ({ ref, key, sealed })) });
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const answer = await ask(url, { method: "POST", body, headers });
  const state = stateOf(answer);
  if (state) throw new Error(state);
  return new Map((await answer.json()).answers.map((one) => [one.ref, one]));
};

const sendInOrder = async (queue, url) => {
  const notes = await waiting(queue);
  if (!notes.length) return { state: "", kept: 0, gone: 0, refusals: [] };
  const here = await whoIsHere(url);
  const told = { state: here.state ?? "", writer: here.writer, kept: 0, gone: 0, refusals: [] };
  if (told.state) return told;
  const mine = notes.filter((note) => note.writer === here.writer);
  try {
    for (let start = 0; start < mine.length; start += AT_ONCE) {
      const part = mine.slice(start, start + AT_ONCE);
      const answers = await post(url, here.token, part);
      const what = (word) => part.filter((note) => answers.get(note.ref)?.[word]);
      const [kept, gone] = [what("kept"), what("gone")];
      await remove(queue, [...kept, ...gone].map((note) => note.order));
      told.kept += kept.length;
      told.gone += gone.length;
      for (const note of what("sentence")) told.refusals.push(answers.get(note.ref).sentence);
    }
  } catch (error) {
    told.state = stateAfter(error);
  }
  return told;
};

export const send = (queue, url) => alone(() => sendInOrder(queue, url));
