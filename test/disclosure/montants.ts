import { type Enigme, nom, type Publie, retrancher, somme } from "./enigme.ts";

type Table = Publie["tables"][number];

/** What the cahier des charges and the Code du travail finance at most for one parcours, in euros: the longest, at the highest rate. */
const plafonds = {
  conception_coordination: 1000,
  pedagogique: 3 * 6000,
  accompagnement_vae: 2000,
  annexes: 300,
  tuteur_formation: 40 * 15,
  tuteur_exercice: 12 * 345,
};

/** What each table of amounts is of, and its one dimension. */
const montants: Record<string, { quoi: string; par: string; moyenne: boolean }> = {
  "F1.cout": { quoi: "depense", par: "duree", moyenne: true },
  "F1.forfait": { quoi: "forfait", par: "duree", moyenne: true },
  "F2.depense": { quoi: "depense", par: "composante", moyenne: false },
  "F2.retenu": { quoi: "retenu", par: "composante", moyenne: false },
  "C4.heures": { quoi: "heures", par: "modalite", moyenne: false },
};

/**
 * The sums and means of a file: a mean is a sum over a number of persons, but for what its two decimals leave out. The total cost is
 * the sum of the components; what is kept of an expense is no more than the expense, and the forfait no more than what is kept.
 */
export function ajouterMontants(tables: readonly Table[], semestre: string, avant: string, enigme: Enigme): void {
  for (const { id, cellules } of tables) {
    const { quoi = "", par = "", moyenne = false } = montants[id] ?? {};
    if (quoi === "") continue;
    for (const { mesure, codes, valeur, secret } of cellules) {
      const cle = (population: string): string => nom(population, `${mesure} ${semestre}`, codes);
      if (moyenne) {
        ajouterMoyenne(cle(quoi), cle("eligibles"), valeur, secret !== true, enigme);
        retrancher([cle("conclus")], [cle("eligibles")], `conclus sans ${cle("eligibles")}`, enigme);
      } else apprendre(cle(quoi), valeur, enigme);
    }
    for (const population of moyenne ? [quoi, "eligibles"] : [quoi]) {
      const codes = [...new Set(cellules.map((une) => une.codes[par] ?? ""))].filter((code) => code !== "ensemble");
      additionner(population, par, codes, semestre, avant, enigme);
    }
  }
  for (const moment of [`semestre ${semestre}`, `cumul ${semestre}`, avant]) ajouterMarges(moment, enigme);
}

function apprendre(cle: string, valeur: number | null, { valeurs, nuls }: Enigme): void {
  nuls.add(cle);
  valeurs.set(cle, valeur ?? valeurs.get(cle) ?? null);
}

/** The mean of nobody is nothing, and is not hidden. */
function ajouterMoyenne(total: string, compte: string, moyenne: number | null, estMontree: boolean, enigme: Enigme): void {
  const personne = moyenne === null && estMontree ? 0 : null;
  apprendre(total, personne, enigme);
  apprendre(compte, personne, enigme);
  if (moyenne !== null) enigme.rapports.push({ somme: total, compte, entre: [moyenne - 0.005, moyenne + 0.005] });
}

function additionner(population: string, par: string, codes: readonly string[], semestre: string, avant: string, enigme: Enigme): void {
  const moments = [`semestre ${semestre}`, `cumul ${semestre}`, avant];
  for (const code of ["", ...codes]) {
    const [maintenant = "", toujours = "", alors = ""] = moments.map((moment) =>
      nom(population, moment, code === "" ? {} : { [par]: code }),
    );
    retrancher([toujours], [maintenant], alors, enigme);
  }
  for (const moment of moments) {
    const parts = codes.map((code) => nom(population, moment, { [par]: code }));
    enigme.sommes.push(somme(nom(population, moment, {}), parts));
  }
}

function ajouterMarges(moment: string, enigme: Enigme): void {
  for (const [composante, plafond] of Object.entries(plafonds)) {
    const somme = nom("retenu", moment, { composante });
    if (enigme.valeurs.has(somme)) enigme.rapports.push({ somme, compte: nom("eligibles", moment, {}), entre: [0, plafond] });
  }
  for (const [tout, partie] of [
    ["depense", "retenu"],
    ["depense", "forfait"],
    ["retenu", "forfait"],
  ] as const) {
    for (const cle of [...enigme.valeurs.keys()].filter((une) => `${une}|`.startsWith(`${partie}|${moment}|`)))
      retrancher([tout + cle.slice(partie.length)], [cle], `marge : ${tout} sans ${cle}`, enigme);
  }
  // As many certifications and enterprises as contracts, at most.
  for (const quoi of ["certifications", "entreprises"])
    for (const cle of [...enigme.valeurs.keys()].filter((une) => `${une}|`.startsWith(`${quoi}|${moment}|`)))
      retrancher([`conclus${cle.slice(quoi.length)}`], [cle], `marge : conclus sans ${cle}`, enigme);
}
