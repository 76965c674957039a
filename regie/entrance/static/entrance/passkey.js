// Shows what needs a passkey only where the browser can, and says it when one did not work.
document.querySelectorAll("[data-passkey]").forEach((part) => { part.hidden = !window.PublicKeyCredential; });
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelectorAll("[data-passkey-refused]").forEach((sentence) => { sentence.hidden = false; });
});
