import type { DispositifSheet } from "../../sheets/dispositifs/index.ts";

/** « fiche requise, contrat requis, nombre limité ». */
export function cadreDit({ fiche, contrat, plafond }: DispositifSheet["cadre"]): string {
  return [
    fiche === "aucune" ? "sans fiche" : `fiche ${fiche}`,
    contrat === "aucun" ? "sans contrat" : `contrat ${contrat}`,
    ...(plafond === "aucun" ? [] : ["nombre limité"]),
  ].join(", ");
}

export function sourcesDites(sources: DispositifSheet["sources"]): string {
  return `Source : ${sources.map(({ titre }) => titre).join(" ; ")}`;
}

export function financementDit(financement: DispositifSheet["financement"]): string {
  if (financement === null) return "Personne ne le finance par parcours.";
  const { composantes, bases, details } = financement;
  if (details.length > 0) return details.map(({ texte }) => texte).join(" ");
  return `${bases.join(", ")}${composantes.length === 0 ? "" : `, par composante : ${composantes.join(", ")}`}.`;
}
