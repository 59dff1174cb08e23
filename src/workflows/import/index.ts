import { existsSync } from "node:fs";
import { modelesDe } from "../../dispositif/catalogue.ts";
import { loadDossier } from "../../dossier/load.ts";
import { UserError } from "../../errors.ts";
import { type ClasseurLu, type Constat, constatDe, lireClasseur, type Prevu, prevoir } from "../../import/index.ts";
import { rangerConstats, renderBilan, renderConstats } from "../../render/import/constats.ts";
import { ancresDe } from "../../saisie/classeur.ts";
import { count, list } from "../../words/french.ts";
import { sansDoubles } from "../open.ts";
import { controler } from "./check.ts";
import type { ImportOptions, Voix } from "./options.ts";
import { ecrire } from "./write.ts";

/** From a workbook to files: everything is read and checked before anything is written. */
export async function makeImport(classeur: string, options: ImportOptions, io: Voix): Promise<void> {
  const { output, update = false, clear = false, date } = options;
  if (clear && !update) throw new UserError("--clear n'a de sens qu'avec --update.", "Ajoutez --update, ou retirez --clear.");
  const existe = await loadDossier(existsSync(output) ? [output] : [], io);
  const modeles = await modelesDe(existe.catalogue, options.dispositif);
  const lu = lireClasseur(classeur, modeles);
  dire(lu, ancresDe(modeles), io);
  const existants = sansDoubles(existe, io);
  const vider = clear ? lu.grilles : [];
  const prevus = prevoir(lu.brouillons, existants, { dossier: output, update, vider });
  const constats = await controler(prevus, existants, date);
  const perdus = lu.problemes.map(constatDe);
  const tous = rangerConstats(
    [...perdus, ...[...constats.values()].flat()],
    lu.grilles.map(({ feuille }) => feuille.nom),
  );
  if (tous.length > 0) io.print(renderConstats(tous));
  if (tous.some(({ gravite }) => gravite === "erreur")) io.end("problems");
  const bons = prevus.filter(
    (prevu) => !lu.retenus.has(prevu.brouillon) && !(constats.get(prevu) ?? []).some((constat) => isEmpechement(constat, options)),
  );
  io.note(renderBilan({ constats: tous, documents: prevus.length, bons: bons.length }));
  const isEntier = bons.length === prevus.length && perdus.length === 0;
  if (!isEntier && !options.partial) return io.note(rien(bons.length));
  if (!isEntier) laisses(prevus, bons, lu, io);
  await ecrire(bons, options, io);
}

function isEmpechement({ isBloquant, gravite }: Constat, { strict }: ImportOptions): boolean {
  return isBloquant || (strict === true && gravite === "erreur");
}

function rien(bons: number): string {
  const partiel = bons > 0 ? ` --partial écrirait ${bons > 1 ? `les ${bons} documents justes` : "le seul document juste"}.` : "";
  return `Rien n'a été écrit : corrigez ces cellules, enregistrez le classeur et recommencez.${partiel}`;
}

function laisses(prevus: readonly Prevu[], bons: readonly Prevu[], { retenus }: ClasseurLu, io: Voix): void {
  const ecrits = new Set(bons);
  for (const prevu of prevus) {
    if (ecrits.has(prevu)) continue;
    const { identifiant, ancre } = prevu.brouillon;
    const doute = retenus.get(prevu.brouillon);
    const pourquoi = doute === undefined ? "" : ` : ${doute} n'est pas compris, et peut en faire partie`;
    io.note(`Laissé de côté : ${identifiant || "sans identifiant"} (${ancre})${pourquoi}`);
  }
}

/** What was read differently from what a person may think, on standard error. */
function dire({ masquees, ignorees, brouillons, problemes, exemples }: ClasseurLu, ancres: readonly string[], io: Voix): void {
  for (const [feuille, nombre] of masquees)
    io.note(`${feuille} : ${count(nombre, "ligne masquée, importée comme les autres", "lignes masquées, importées comme les autres")}.`);
  if (ignorees.length > 0) io.note(`Non importé, car cpro ne le connaît pas : ${ignorees.join(" ; ")}.`);
  if (brouillons.length > 0 || problemes.length > 0) return;
  throw new UserError(
    exemples > 0 ? "Ce classeur ne contient que des lignes d'exemple." : "Ce classeur ne contient aucune fiche et aucun parcours.",
    `Remplissez les feuilles ${list(
      ancres.map((nom) => `« ${nom} »`),
      "et",
    )}, enregistrez, puis recommencez.`,
  );
}
