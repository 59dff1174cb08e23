import { type Double, separerFiches, separerParcours } from "../dossier/doubles.ts";
import { type DossierMixte, loadDossier } from "../dossier/load.ts";
import { type MontantImprecis, montantsDeLaFiche, montantsDuParcours } from "../dossier/montants.ts";
import { UserError } from "../errors.ts";
import type { Io } from "../io.ts";
import type { Report } from "../validate/index.ts";
import { count } from "../words/french.ts";

/**
 * Loads the dossier a command works on and says on standard error what was left out, so that no figure is silently partial.
 * @throws UserError when nothing can be used.
 */
export async function openDossier(paths: readonly string[], io: Io): Promise<DossierMixte> {
  const dossier = await loadDossier(paths, io);
  for (const { path, reason } of dossier.lost) io.note(`${path} : ${reason}`);
  if (dossier.lost.length > 0) io.end("not-done");
  if (dossier.faulty.length > 0) {
    io.end("problems");
    const files = dossier.faulty.map(({ file }) => file);
    io.note(
      `${count(files.length, "fichier laissé de côté", "fichiers laissés de côté")} car ${files.length > 1 ? "ils comportent" : "il comporte"} des erreurs : ${files.slice(0, 5).join(", ")}${files.length > 5 ? "…" : ""}. « cpro validate » dit lesquelles.`,
    );
  }
  if (dossier.parcours.length + dossier.fiches.length === 0) {
    throw new UserError(
      "Aucun fichier cpro utilisable dans ces chemins.",
      "Un fichier cpro commence par une ligne « format: cpro/… ». Lancez « cpro validate » pour le détail.",
    );
  }
  return dossier;
}

/**
 * A dossier in which each fiche and each parcours is once: of the files that hold one, that which counts is kept, and the others are
 * said on standard error.
 */
export function sansDoubles<D extends Pick<DossierMixte, "fiches" | "parcours" | "faulty">>(dossier: D, io: Pick<Io, "note" | "end">): D {
  const fiches = separerFiches(dossier.fiches, dossier.faulty);
  const parcours = separerParcours(dossier.parcours, dossier.faulty);
  noteDoubles(fiches.doubles, "la même fiche", io);
  noteDoubles(parcours.doubles, "le même parcours", io);
  return { ...dossier, fiches: fiches.uniques, parcours: parcours.uniques };
}

function noteDoubles(doubles: readonly Double[], quoi: string, io: Pick<Io, "note" | "end">): void {
  if (doubles.length === 0) return;
  io.end("problems");
  const dits = doubles.slice(0, 5).map(({ file, autre }) => `${file} (déjà dans ${autre})`);
  io.note(
    `${count(doubles.length, "fichier laissé de côté", "fichiers laissés de côté")}, pour ne pas compter deux fois ${quoi} : ${dits.join(", ")}${doubles.length > dits.length ? "…" : ""}. Gardez un seul fichier pour chaque identifiant.`,
  );
}

/** The parcours that have an error of rules which does not make them ineligible: used all the same, which is to be said. */
export function imparfaits<D extends { file: string }>(parcours: readonly D[], { diagnostics, ineligible }: Report): D[] {
  const fautifs = new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ file }) => file));
  return parcours.filter(({ file }) => fautifs.has(file) && !ineligible.has(file));
}

/**
 * A dossier for who counts euros: a parcours with an amount that cents cannot hold is left aside and said, never rounded in silence.
 * The rule `montant-centimes` says the same of it.
 */
export function sansMontantsImprecis<D extends Pick<DossierMixte, "parcours" | "fiches">>(dossier: D, io: Pick<Io, "note" | "end">): D {
  const parcours = dossier.parcours.filter((document) => isPrecis(document.file, montantsDuParcours(document.data), io));
  const fiches = dossier.fiches.filter((document) => isPrecis(document.file, montantsDeLaFiche(document.data), io));
  return { ...dossier, parcours, fiches };
}

function isPrecis(file: string, imprecis: Iterable<MontantImprecis>, io: Pick<Io, "note" | "end">): boolean {
  for (const { at, montant } of imprecis) {
    io.end("problems");
    const valeur = String(montant).replace(".", ",");
    io.note(`${file} laissé de côté : ${at.join(".")} vaut ${valeur}, plus de deux décimales. Un montant s'écrit en euros et centimes.`);
    return false;
  }
  return true;
}
