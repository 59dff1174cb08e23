/** What the page does by itself: filters, and the arrows from one parcours to the next. Without it, the page is whole but for these. */
export const script = `
const formulaire = document.getElementById("filtres");
const lignes = [...document.querySelectorAll("[data-etat]")];
const rangs = () => [...document.querySelectorAll(".rang:not([hidden]) > details > summary")];
function filtrer() {
  const { etat, fiche, compte } = formulaire.elements;
  for (const ligne of lignes) {
    const { etat: sien, fiche: sienne } = ligne.dataset;
    ligne.hidden = (etat.value !== "" && sien !== etat.value) || (fiche.value !== "" && sienne !== fiche.value);
  }
  const total = document.querySelectorAll(".rang").length;
  compte.textContent = rangs().length + " parcours sur " + total;
}
if (formulaire) {
  formulaire.hidden = false;
  formulaire.addEventListener("input", filtrer);
  formulaire.addEventListener("reset", () => setTimeout(filtrer));
  formulaire.addEventListener("submit", (event) => event.preventDefault());
  filtrer();
}
document.addEventListener("keydown", (event) => {
  if (!(event.target instanceof Element) || !event.target.matches(".rang > details > summary")) return;
  const tous = rangs();
  const rang = tous.indexOf(event.target);
  const vers = { ArrowDown: rang + 1, ArrowUp: rang - 1, Home: 0, End: tous.length - 1 }[event.key];
  if (vers === undefined || tous[vers] === undefined) return;
  event.preventDefault();
  tous[vers].focus();
});
`;
