import type { ParcoursConclu } from "../../../dossier/faits.ts";
import type { Path } from "../../../dossier/place.ts";
import { list } from "../../../words/french.ts";
import { defineRule, type Finding } from "../../rule.ts";

type Jury = NonNullable<NonNullable<ParcoursConclu["phases"]["evaluation"]>["jury"]>;
type Certification = ParcoursConclu["certification"];

const at: Path = ["phases", "evaluation", "jury", "blocs_valides"];

/** With a contract, or without. */
type Candidat = Pick<ParcoursConclu, "certification"> & Partial<Pick<ParcoursConclu, "phases">>;

export default defineRule<"entree", Candidat>({
  id: "phase-jury-blocs",
  famille: "vae",
  scope: "entree",
  severity: "error",
  summary:
    "Une validation partielle nomme les blocs validés, qui sont de ceux que le parcours vise ; une validation totale n'en oublie aucun ; un refus n'en valide pas. Sans code du RNCP il n'y a pas de blocs à nommer.",
  references: ["cahier-des-charges-2-5", "ct-r6412-7"],
  *check({ phases, certification }) {
    const jury = phases?.evaluation?.jury;
    if (jury === undefined) return;
    if (jury.resultat === "refus") {
      if (jury.blocs_valides !== undefined && jury.blocs_valides.length > 0) {
        yield {
          at,
          message: `Le jury refuse la certification, mais des blocs sont indiqués comme validés : ${jury.blocs_valides.join(", ")}.`,
          hint: "Choisissez « validation_partielle », ou retirez les blocs validés.",
        };
      }
      return;
    }
    yield* horsVisee(jury, certification);
    if (jury.resultat === "validation_partielle") yield* sansBloc(jury, certification);
    if (jury.resultat === "validation_totale") yield* oublies(jury, certification);
  },
});

function* horsVisee({ blocs_valides = [] }: Jury, { code, blocs = [] }: Certification): Iterable<Finding> {
  for (const [index, bloc] of blocs_valides.entries()) {
    const isVise = blocs.length > 0 ? blocs.includes(bloc) : code === undefined || bloc.startsWith(`${code}BC`);
    if (isVise) continue;
    yield {
      at: [...at, index],
      message: `Le bloc ${bloc} est validé, mais le parcours ne le vise pas : on attend ${blocs.length > 0 ? list(blocs, "ou") : `un bloc de ${code}`}.`,
      hint: "Corrigez le code du bloc, ou complétez les blocs de la certification visée.",
    };
  }
}

function* sansBloc({ blocs_valides = [] }: Jury, { code }: Certification): Iterable<Finding> {
  if (blocs_valides.length > 0 || code?.startsWith("RNCP") !== true) return;
  yield {
    at,
    message: "La validation est partielle, mais aucun bloc validé n'est nommé.",
    hint: `Recopiez les blocs de la décision du jury, par exemple « blocs_valides: [${code}BC01] ».`,
  };
}

function* oublies({ blocs_valides }: Jury, { blocs = [] }: Certification): Iterable<Finding> {
  const manquants = blocs_valides === undefined ? [] : blocs.filter((bloc) => !blocs_valides.includes(bloc));
  if (manquants.length === 0) return;
  yield {
    at,
    message: `La validation est totale, mais ${list(manquants, "et")} ${manquants.length > 1 ? "manquent" : "manque"} parmi les blocs validés.`,
    hint: "Complétez « blocs_valides », ou choisissez « validation_partielle ».",
  };
}
