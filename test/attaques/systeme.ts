import type { Probleme } from "./solveur.ts";
import { inclusions, nonExclusives, type Publie, populations, type Table } from "./tables.ts";

// What a reader knows: every number of every file by its meaning, and everything that adds up because of that meaning.

const BEAUCOUP = 1_000_000;

/** Who publishes: everybody's dashboard, or that of some of the same parcours. */
export interface Lecture {
  /** The half-years of one publisher, in their order. */
  publies: readonly Publie[];
  /** Files were corrected or came late between two half-years: earlier ones may have changed. */
  revisions?: boolean;
}

export interface Systeme extends Probleme {
  /** The column of each number, by its name. */
  colonnes: Map<string, number>;
}

/** The one system of everything published: that of all parcours first, then those of parts of them. */
export function systemeDe(tous: Lecture, parts: readonly Lecture[] = []): Systeme {
  const mur = new Mur();
  mur.lire("", tous);
  for (const [rang, part] of parts.entries()) mur.lire(`part ${rang}: `, part);
  if (parts.length > 0) mur.partager(parts.length);
  return mur;
}

/** « conclus|cumul 2025-S1|sexe=femme ». */
function nom(population: string, moment: string, codes: Readonly<Record<string, string>>): string {
  const precis = Object.entries(codes).filter(([, code]) => code !== "ensemble");
  return [population, moment, ...precis.map(([id, code]) => `${id}=${code}`).sort()].join("|");
}

type Termes = readonly (readonly [string, number])[];

class Mur implements Systeme {
  colonnes = new Map<string, number>();
  bornes: [number, number][] = [];
  sommes: Probleme["sommes"] = [];

  lire(qui: string, { publies, revisions = false }: Lecture): void {
    const noms = (tables: Publie["tables"]): string[] => tables.flatMap(({ id }) => (id in populations ? [id] : []));
    for (const publie of publies) {
      for (const table of publie.tables.filter(({ id }) => noms(publie.tables).includes(id))) this.#table(qui, publie, table);
      this.#synthese(qui, publie);
      this.#inclusions(qui, publie.semestre);
    }
    this.#suivre(qui, publies, revisions);
  }

  /** What is left of all once the parts are taken off is not less than nothing. */
  partager(nombre: number): void {
    for (const cle of [...this.colonnes.keys()].filter((une) => /^(conclus|jurys|ruptures|demandeurs|sortis)\|/.test(une))) {
      const parts = Array.from({ length: nombre }, (_, rang) => `part ${rang}: ${cle}`).filter((part) => this.colonnes.has(part));
      if (parts.length > 0) this.#somme([[cle, 1], ...parts.map((part) => [part, -1] as const), [`reste: ${cle}`, -1]]);
    }
  }

  #colonne(cle: string): number {
    const connue = this.colonnes.get(cle);
    if (connue !== undefined) return connue;
    this.bornes.push([0, BEAUCOUP]);
    this.colonnes.set(cle, this.bornes.length - 1);
    return this.bornes.length - 1;
  }

  /** A number that may be less than nothing. */
  #libre(cle: string): void {
    this.bornes[this.#colonne(cle)] = [-BEAUCOUP, BEAUCOUP];
  }

  #serrer(cle: string, bas: number, haut: number): void {
    const colonne = this.#colonne(cle);
    const [deja, dejaHaut] = this.bornes[colonne] ?? [0, BEAUCOUP];
    this.bornes[colonne] = [Math.max(deja, bas), Math.min(dejaHaut, haut)];
  }

  #somme(termes: Termes, constante = 0): void {
    const somme = new Map<number, number>();
    for (const [cle, facteur] of termes) somme.set(this.#colonne(cle), (somme.get(this.#colonne(cle)) ?? 0) + facteur);
    for (const [colonne, facteur] of somme) if (facteur === 0) somme.delete(colonne);
    if (somme.size > 0) this.sommes.push({ termes: somme, constante });
  }

  #auPlus(partie: string, tout: string): void {
    if (this.colonnes.has(partie) && this.colonnes.has(tout))
      this.#somme([
        [tout, 1],
        [partie, -1],
        [`${tout} sans ${partie}`, -1],
      ]);
  }

  #table(qui: string, { semestre, secret }: Publie, { id, dimensions, cellules }: Table): void {
    const population = `${qui}${populations[id]}`;
    const marge = secret.methode === "arrondi" ? (secret.ecart ?? secret.base ?? 1) - 1 : 0;
    const masque = secret.zeros_masques?.includes(id) ? 0 : 1;
    for (const { mesure, codes, valeur } of cellules) {
      const cle = nom(population, `${mesure} ${semestre}`, codes);
      if (valeur === null) this.#serrer(cle, masque, BEAUCOUP);
      else this.#serrer(cle, valeur - marge, valeur + marge);
      if (nonExclusives.has(id)) continue;
      for (const dimension of dimensions.filter((une) => codes[une] === "ensemble")) {
        const parts = cellules.filter(
          (autre) =>
            autre.mesure === mesure &&
            dimensions.every((une) => (une === dimension ? autre.codes[une] !== "ensemble" : autre.codes[une] === codes[une])),
        );
        this.#somme([[cle, 1], ...parts.map((part) => [nom(population, `${mesure} ${semestre}`, part.codes), -1] as const)]);
      }
    }
  }

  #synthese(qui: string, { semestre, synthese, secret }: Publie): void {
    if (secret.methode === "arrondi") return;
    const cumul = (population: string, codes: Record<string, string> = {}): string =>
      nom(`${qui}${population}`, `cumul ${semestre}`, codes);
    const figures: Readonly<Record<string, Termes>> = {
      en_cours: [
        [cumul("conclus"), 1],
        [cumul("sortis"), -1],
      ],
      issues_connues_cumul: [
        [cumul("sortis"), 1],
        [cumul("sortis", { contrat_travail: "non_connu" }), -1],
      ],
      emploi_cumul: ["cdi", "cdd", "autre"].map((contrat_travail) => [cumul("sortis", { contrat_travail }), 1] as const),
    };
    for (const [id, termes] of Object.entries(figures)) {
      const valeur = synthese[id];
      if (typeof valeur === "number") this.#somme(termes, -valeur);
    }
  }

  #inclusions(qui: string, semestre: string): void {
    for (const { partie, tout, toujours, par } of inclusions) {
      for (const moment of toujours ? [`semestre ${semestre}`, `cumul ${semestre}`] : [`cumul ${semestre}`]) {
        const debut = `${qui}${partie}|${moment}`;
        const parties = [...this.colonnes.keys()].filter((cle) => {
          const codes = cle.slice(debut.length).split("|").slice(1);
          return (cle === debut || cle.startsWith(`${debut}|`)) && codes.every((code) => par.includes(code.split("=")[0] ?? ""));
        });
        for (const cle of parties) this.#auPlus(cle, `${qui}${tout}|${moment}${cle.slice(debut.length)}`);
      }
    }
    for (const moment of [`semestre ${semestre}`, `cumul ${semestre}`]) this.#sens(qui, moment);
    for (const cle of [...this.colonnes.keys()].filter((une) => une.startsWith(`${qui}entreprises|semestre ${semestre}`)))
      this.#auPlus(cle, cle.replace("|semestre ", "|cumul "));
  }

  /** What words mean: a same enterprise is that of a contract, a minimum social makes a priority, a modality is of a contract. */
  #sens(qui: string, moment: string): void {
    const de = (population: string, codes: Record<string, string>): string => nom(`${qui}${population}`, moment, codes);
    const modalites = [...this.colonnes.keys()].filter((cle) => cle.startsWith(`${de("conclus", {})}|modalite=`));
    for (const cle of modalites) this.#auPlus(cle, de("conclus", {}));
    const niveaux = [...this.colonnes.keys()].filter((cle) => cle.startsWith(de("certifications", {})));
    for (const cle of niveaux) this.#auPlus(cle, cle.replace("certifications", "conclus"));
    this.#auPlus(de("entreprises", {}), de("conclus", {}));
    const inegalites: [Termes, string][] = [
      [
        [
          ...["cdi", "cdd", "autre"].map((contrat_travail) => [de("sortis", { contrat_travail }), 1] as const),
          [de("sortis", { meme_entreprise: "oui" }), -1],
        ],
        "embauchés ailleurs",
      ],
      [
        [
          [de("sortis", { meme_entreprise: "non" }), 1],
          [de("sortis", { contrat_travail: "aucun" }), -1],
        ],
        "partis en emploi",
      ],
      [
        [
          [de("demandeurs", { prioritaire: "oui" }), 1],
          ...["rsa", "ass", "aah"].map((minimum_social) => [de("demandeurs", { minimum_social }), -1] as const),
        ],
        "prioritaires sans minimum",
      ],
      [
        [
          [de("demandeurs", { prioritaire: "oui" }), 1],
          [de("demandeurs", { inscription: "24+" }), -1],
        ],
        "prioritaires inscrits depuis peu",
      ],
    ];
    for (const [termes, reste] of inegalites)
      if (termes.every(([cle]) => this.colonnes.has(cle))) this.#somme([...termes, [`${qui}${reste}|${moment}`, -1]]);
  }

  /** From one half-year to the next: what was before, and the half-year; between them, those that were not published. */
  #suivre(qui: string, publies: readonly Publie[], revisions: boolean): void {
    const suivies = /^(conclus|jurys|ruptures|demandeurs|sortis)\|cumul /;
    for (const [rang, { semestre }] of publies.entries()) {
      const avant = publies[rang - 1]?.semestre;
      const siennes = [...this.colonnes.keys()].filter((cle) => cle.startsWith(qui) && suivies.test(cle.slice(qui.length)));
      for (const cumul of siennes.filter(
        (cle) => cle.includes(`|cumul ${semestre}`) && this.colonnes.has(cle.replace("|cumul ", "|semestre ")),
      ))
        this.#suite(cumul, semestre, avant, revisions);
      if (avant !== undefined && !revisions) this.#auPlus(`${qui}entreprises|cumul ${avant}`, `${qui}entreprises|cumul ${semestre}`);
    }
  }

  #suite(cumul: string, semestre: string, avant: string | undefined, revisions: boolean): void {
    const de = (moment: string): string => cumul.replace("|cumul ", `|${moment} `);
    const ceSemestre: Termes = [
      [cumul, 1],
      [de("semestre"), -1],
    ];
    this.#somme([...ceSemestre, [de("avant"), -1]]);
    const precedent = avant === undefined ? "" : cumul.replace(semestre, avant);
    if (avant === undefined || !this.colonnes.has(precedent)) return;
    if (revisions) this.#libre(de("révisés"));
    const autres = [...(suivant(avant) === semestre ? [] : ["entre"]), ...(revisions ? ["révisés"] : [])];
    this.#somme([...ceSemestre, [precedent, -1], ...autres.map((un) => [de(un), -1] as const)]);
  }
}

/** The half-year after another. */
function suivant(semestre: string): string {
  const [annee, rang] = semestre.split("-S").map(Number) as [number, number];
  return rang === 1 ? `${annee}-S2` : `${annee + 1}-S1`;
}
