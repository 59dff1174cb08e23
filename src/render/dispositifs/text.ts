import type { DispositifResume, DispositifSheet, EtapeSheet } from "../../sheets/dispositifs/index.ts";
import { formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";
import { severityNames } from "../explain/words.ts";
import { style } from "../terminal/style.ts";
import { table } from "../terminal/table.ts";
import { wrap } from "../terminal/wrap.ts";
import { cadreDit, financementDit, sourcesDites } from "./mots.ts";

/** One dispositif a line. */
export function listText(resumes: readonly DispositifResume[], columns: number): string {
  const lignes = resumes.map(({ identifiant, libelle, etapes, parcours }) => [
    identifiant,
    libelle,
    formatNumber(etapes),
    parcours === 0 ? "·" : formatNumber(parcours),
  ]);
  const entetes = [
    { header: "Dispositif" },
    { header: "Libellé" },
    { header: "Étapes", align: "right" as const },
    { header: "Parcours ici", align: "right" as const },
  ];
  const sources = resumes.flatMap((un) => [
    "",
    ...paragraphe(`${un.libelle} : ${un.description} Cadre : ${cadreDit(un.cadre)}. ${sourcesDites(un.sources)}.`, columns, ""),
  ]);
  return `${[table(entetes, lignes), ...sources].join("\n")}\n`;
}

export function sheetText(sheet: DispositifSheet, columns: number): string {
  const { identifiant, libelle, description, en_vigueur: dates, acteurs, phases, etapes, regles, parametres, tableaux } = sheet;
  const sections: [titre: string, lignes: string[]][] = [
    [
      "Sources",
      sheet.sources.flatMap(({ titre, url }) => [...paragraphe(titre, columns), ...(url === undefined ? [] : [`    ${style.dim(url)}`])]),
    ],
    [
      "Entrer",
      dates === null ? ["  à tout moment"] : [`  du ${formatDay(dates.du)}${dates.au === undefined ? "" : ` au ${formatDay(dates.au)}`}`],
    ],
    ["Cadre", [`  ${cadreDit(sheet.cadre)}`]],
    ["Qui agit", paragraphe(acteurs.map((acteur) => acteur.libelle).join(", "), columns)],
    ...phases.map(({ id, libelle: nom }): [string, string[]] => [
      nom,
      etapes.filter(({ phase }) => phase === id).flatMap((une) => etape(une, columns)),
    ]),
    ["Règles", regles.flatMap(({ id, gravite, resume }) => paragraphe(`${id} (${severityNames[gravite]}) : ${resume}`, columns))],
    [
      "Paramètres",
      parametres.flatMap(({ nom, libelle: label, unite, valeurs }) =>
        valeurs.flatMap(({ du, valeur }) => paragraphe(`${nom} : ${label}, ${valeur} ${unite} à partir du ${formatDay(du)}`, columns)),
      ),
    ],
    ["Financement", paragraphe(financementDit(sheet.financement), columns)],
    ["Tableau de bord", tableaux.flatMap(({ id, titre }) => paragraphe(`${id} : ${titre}`, columns))],
  ];
  const entete = [`${style.bold(libelle)}  ${identifiant}`, ...paragraphe(description, columns, "")];
  return `${[...entete, ...sections.filter(([, lignes]) => lignes.length > 0).flatMap(([titre, lignes]) => ["", style.bold(titre), ...lignes])].join("\n")}\n`;
}

function etape({ libelle, qui, faite, echeance, silence, sans_objet, documents, references }: EtapeSheet, columns: number): string[] {
  const dits = [
    ...(echeance === null ? [] : [`au plus tard : ${echeance}`]),
    ...(faite === null ? [] : [`faite : ${faite}`]),
    ...(silence === null ? [] : [`passé ce jour : ${silence}`]),
    ...sans_objet.map((une) => `sans objet si ${une}`),
    ...(documents.length === 0 ? [] : [`pièces : ${documents.join(" ; ")}`]),
    ...references.map(({ titre }) => titre),
  ];
  return [...paragraphe(`${libelle} (${qui})`, columns), ...dits.flatMap((dit) => paragraphe(dit, columns, "      "))];
}

function paragraphe(texte: string, columns: number, marge = "  "): string[] {
  return wrap(texte, columns, marge);
}
