// What the page says of the notes on this device; never what stands in them.
const notes = (number) => (number === 1 ? "1 notitie" : `${number} notities`);

const WHY = {
  "no network": "Geen netwerk. De notities worden later verstuurd.",
  "signed out": "U bent niet meer ingelogd. Uw notities staan veilig verzegeld op dit toestel.",
  "not allowed": "U kunt hier nu geen notities heen sturen. Ze staan veilig verzegeld op dit toestel. Vraag uw functioneel beheerder om hulp.",
  away: "Regie antwoordt nu niet. De notities blijven staan. We proberen het straks opnieuw.",
};

export const whatWaits = (all, writer) => {
  const mine = all.filter((note) => note.writer === writer).length;
  const others = all.length - mine;
  const said = [];
  if (mine) said.push(`Op dit toestel ${mine === 1 ? "wacht" : "wachten"} ${notes(mine)} van u.`);
  if (others) {
    said.push(`Op dit toestel ${others === 1 ? "staat" : "staan"} ook ${notes(others)} van een collega. Die ${others === 1 ? "gaat" : "gaan"} pas weg als die collega hier inlogt.`);
  }
  return said.join(" ");
};

export const whatHappened = (told, left) => {
  const said = [];
  if (told.kept) said.push(`${told.kept === 1 ? "1 notitie is" : `${told.kept} notities zijn`} aangekomen.`);
  if (told.gone) said.push(`${told.gone === 1 ? "1 notitie is" : `${told.gone} notities zijn`} weggegooid, en ook van dit toestel af.`);
  if (left && WHY[told.state]) said.push(WHY[told.state]);
  return [...said, ...new Set(told.refusals)].join(" ");
};
