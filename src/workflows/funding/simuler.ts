import type { DossierMixte, FaultyFile } from "../../dossier/load.ts";
import { montantsDuParcours } from "../../dossier/montants.ts";
import { lireModification, type Modification, modifier, valeurA } from "../../dossier/write/modifier.ts";
import { UserError } from "../../errors.ts";
import type { Funding } from "../../funding/funding.ts";
import { type Changement, computeFunding, computeSimulation, type Simulation } from "../../funding/index.ts";
import { checkDossier } from "../../validate/index.ts";
import { diagnoseFaulty } from "../../validate/place.ts";
import { pick } from "../pick.ts";
import type { FundingOptions } from "./options.ts";

interface Supposition {
  simulation: Simulation;
  /** What the rules reproach to the changed parcours, at error level, and did not before. */
  erreurs: string[];
}

/**
 * The funding of a dossier as the `--set` of the command would have it, beside what it is.
 * @throws UserError when a change cannot be read, or makes a parcours that the schema refuses.
 */
export async function simuler(dossier: DossierMixte, { set = [], date, parcours }: FundingOptions, avant: Funding): Promise<Supposition> {
  const identifiants = dossier.parcours.map(({ data }) => data.identifiant);
  const modifications: Modification[] = [];
  for (const texte of set) modifications.push(await lireModification(texte, identifiants));
  const modified = modifier(dossier.parcours, modifications);
  for (const file of modified.faulty) throw await refus(file);
  for (const { data } of modified.parcours) {
    for (const { at, montant } of montantsDuParcours(data)) {
      throw new UserError(
        `Avec ces changements, ${at.join(".")} de ${data.identifiant} vaudrait ${String(montant).replace(".", ",")} : plus de deux décimales.`,
        "Un montant s'écrit en euros et centimes.",
      );
    }
  }
  const gardes = pick(modified.parcours, parcours);
  for (const { identifiant } of modifications)
    if (!gardes.some(({ data }) => data.identifiant === identifiant)) throw horsChoix(identifiant);
  const { ineligible: motifs, diagnostics } = await checkDossier({ ...dossier, parcours: modified.parcours, faulty: [] }, { date });
  const { diagnostics: connus } = await checkDossier({ ...dossier, faulty: [] }, { date });
  const apres = computeFunding({
    parcours: gardes,
    dossier: { ...dossier, parcours: modified.parcours },
    motifs,
    date,
    lecture: avant.lecture,
  });
  const changed = new Set(modified.parcours.filter((document) => !dossier.parcours.includes(document)).map(({ file }) => file));
  return {
    simulation: computeSimulation(
      avant,
      apres,
      modifications.map((one) => changement(one, dossier)),
    ),
    erreurs: diagnostics
      .filter(({ file, severity }) => severity === "error" && changed.has(file))
      .filter((one) => !connus.some((other) => other.file === one.file && other.ruleId === one.ruleId && other.message === one.message))
      .map(({ message }) => message),
  };
}

function horsChoix(identifiant: string): UserError {
  return new UserError(
    `--set change le parcours ${identifiant}, que --parcours laisse de côté.`,
    `Ajoutez ${identifiant} à --parcours, ou retirez --parcours.`,
  );
}

function changement({ identifiant, chemin, valeur }: Modification, { parcours }: DossierMixte): Changement {
  const data = parcours.find((document) => document.data.identifiant === identifiant)?.data;
  return { identifiant, chemin: chemin.join("."), avant: valeurA(data, chemin), apres: valeur };
}

async function refus(file: FaultyFile): Promise<UserError> {
  const diagnostics = await diagnoseFaulty(file);
  const lines = diagnostics.map(({ message, path }) => `  ${path.slice(1).replaceAll("/", ".")} : ${message}`);
  const hints = diagnostics.flatMap(({ hint }) => (hint ? [hint] : []));
  return new UserError(["Avec ces changements, le parcours n'est plus valable :", ...lines], hints[0]);
}
