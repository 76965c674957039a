// The notes that wait on this device, in the order in which they were written: sealed, and nothing else.
const NAME = "regie-jottings";
const STORE = "sealed";

const asked = (request) => new Promise((resolve, reject) => {
  request.addEventListener("success", () => resolve(request.result));
  request.addEventListener("error", () => reject(request.error));
});

const written = (transaction) => new Promise((resolve, reject) => {
  transaction.addEventListener("complete", () => resolve());
  transaction.addEventListener("abort", () => reject(transaction.error));
});

export const openQueue = () => {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(STORE, { keyPath: "order", autoIncrement: true });
  });
  return asked(request);
};

export const waiting = (queue) => asked(queue.transaction(STORE).objectStore(STORE).getAll());

// When this returns, the note is on the disk of the device.
export const add = async (queue, note) => {
  const transaction = queue.transaction(STORE, "readwrite", { durability: "strict" });
  transaction.objectStore(STORE).add(note);
  await written(transaction);
};

export const remove = async (queue, orders) => {
  const transaction = queue.transaction(STORE, "readwrite");
  for (const order of orders) transaction.objectStore(STORE).delete(order);
  await written(transaction);
};
