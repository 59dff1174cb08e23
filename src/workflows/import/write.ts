import { writeOutputs } from "../../dossier/write/output.ts";
import { UserError } from "../../errors.ts";
import { conflits, type Prevu, texteDe } from "../../import/index.ts";
import { renderChangements } from "../../render/import/changements.ts";
import { count, list } from "../../words/french.ts";
import { confirmer } from "./confirm.ts";
import type { ImportOptions, Voix } from "./options.ts";

/**
 * Writes the files that are to change, each whole or not at all, so that a run cut short can be run again. Under `--update`, shows
 * first what changes in files that exist, and asks.
 * @throws UserError when files would be replaced that nobody said could be, or when nobody can be asked.
 */
export async function ecrire(prevus: readonly Prevu[], { update, force, yes }: ImportOptions, io: Voix): Promise<void> {
  const isUpdate = update === true;
  const enTrop = force ? [] : conflits(prevus, isUpdate);
  if (enTrop.length > 0) throw refus(enTrop, isUpdate);
  const aEcrire = prevus.filter(({ isIdentique }) => !isIdentique);
  const textes = aEcrire.map((prevu) => [prevu.fichier, texteDe(prevu, isUpdate)] as const);
  const modifies = isUpdate ? aEcrire.filter(({ avant }) => avant !== undefined) : [];
  if (modifies.length > 0) {
    io.print(renderChangements(modifies));
    if (!yes && !(await accord(modifies.length, io))) return io.end("not-done");
  }
  writeOutputs(textes, { force: true });
  io.note(resume(aEcrire, modifies.length, prevus.length - aEcrire.length));
}

async function accord(nombre: number, io: Voix): Promise<boolean> {
  const fichiers = count(nombre, "fichier existant", "fichiers existants");
  if (!io.canAsk)
    throw new UserError(
      `${fichiers} à modifier, et personne à qui le demander : rien n'a été écrit.`,
      "Relisez ce qui précède, puis ajoutez --yes.",
    );
  if (await confirmer(`Modifier ${fichiers} ?`)) return true;
  io.note("Rien n'a été écrit.");
  return false;
}

function resume(ecrits: readonly Prevu[], modifies: number, inchanges: number): string {
  const nouveaux = ecrits.length - modifies;
  const parts = [
    ...(nouveaux > 0 ? [count(nouveaux, "fichier écrit", "fichiers écrits")] : []),
    ...(modifies > 0 ? [count(modifies, "fichier modifié", "fichiers modifiés")] : []),
    ...(inchanges > 0 ? [`${count(inchanges, "fichier")} déjà à jour`] : []),
  ];
  return `${list(parts, "et")}.`;
}

/** Names shown before « … ». */
const MANY = 5;

function refus(enTrop: readonly Prevu[], update: boolean): UserError {
  const noms = enTrop.slice(0, MANY).map(({ fichier }) => fichier);
  const suite = enTrop.length > MANY ? "…" : "";
  const quoi = enTrop.length > 1 ? "Ces fichiers existent déjà et disent autre chose" : "Ce fichier existe déjà et dit autre chose";
  return new UserError(
    `${quoi} : ${noms.join(", ")}${suite}. Rien n'a été écrit.`,
    update
      ? "cpro n'y lit pas ce document : lancez « cpro validate » sur ce dossier et corrigez-les, ou donnez un autre dossier avec --output."
      : "Ajoutez --update pour y reporter le classeur champ par champ, --force pour les remplacer, ou donnez un autre dossier avec --output.",
  );
}
