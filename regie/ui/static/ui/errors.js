// After a refused form: bring the reader to the summary of what to look at again.
document.querySelector("[data-error-summary]")?.focus();
