// Makes the page for writing without a network ready on this device, before it is needed.
const { jottingsWorker: worker, jottingsScope: scope } = document.querySelector("[data-jottings-worker]").dataset;
navigator.serviceWorker?.register(worker, { scope }).catch(() => { /* then that page asks a network */ });
