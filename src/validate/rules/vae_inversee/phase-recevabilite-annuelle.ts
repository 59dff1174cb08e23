import { separerParcours } from "../../../dossier/doubles.ts";
import type { Parcours, ParcoursDocument } from "../../../dossier/load.ts";
import { firstValue, isKnownAt, valueAt } from "../../../legal/index.ts";
import { formatDay } from "../../../words/dates.ts";
import { plainText } from "../../../words/texte.ts";
import { personneDe } from "../../doublons.ts";
import { type Context, type DossierFinding, defineRule } from "../../rule.ts";

/** A recevabilité file that was lodged. */
interface Depot {
  document: ParcoursDocument;
  le: string;
  certification: string;
}

export default defineRule({
  id: "phase-recevabilite-annuelle",
  famille: "vae_inversee",
  scope: "dossier",
  severity: "warning",
  summary: `Au cours d'une année civile, un candidat ne dépose pas plus de ${firstValue("recevabilite-dossiers-certification")} dossier de recevabilité pour une même certification, ni plus de ${firstValue("recevabilite-dossiers-annee")} en tout ; les blocs de compétences ne comptent pas. Un candidat se reconnaît à son nom, à sa date de naissance et à son sexe, ou au contrat que son contrat renouvelle.`,
  references: ["ct-r6412-3"],
  *check({ parcours, faulty }, context) {
    const parCandidat = new Map<string, Depot[]>();
    for (const document of separerParcours(parcours, faulty).uniques) {
      const depot = depotDe(document);
      if (depot === undefined) continue;
      const key = `${candidatDe(document.data, context)}\n${depot.le.slice(0, 4)}`;
      const depots = parCandidat.get(key);
      if (depots === undefined) parCandidat.set(key, [depot]);
      else depots.push(depot);
    }
    for (const depots of parCandidat.values()) if (depots.length > 1) yield* auDela(depots.sort((a, b) => (a.le < b.le ? -1 : 1)));
  },
});

function depotDe(document: ParcoursDocument): Depot | undefined {
  const { phases, certification } = document.data;
  const le = phases.recevabilite?.depot_le;
  if (le === undefined || certification === undefined || certification.nature === "bloc") return undefined;
  if (!isKnownAt("recevabilite-dossiers-annee", le)) return undefined;
  return { document, le, certification: certification.code ?? plainText(certification.intitule) };
}

function candidatDe(parcours: Parcours, { numeroter }: Context): string {
  const { identifiant, fiche, contrat } = parcours;
  return personneDe(parcours) ?? numeroter(fiche, contrat?.renouvellement?.contrat_initial ?? identifiant);
}

function* auDela(depots: readonly Depot[]): Iterable<DossierFinding> {
  for (const [rang, { document, le, certification }] of depots.entries()) {
    const avant = depots.slice(0, rang);
    const memes = avant.filter((one) => one.certification === certification);
    const { value: parCertification } = valueAt("recevabilite-dossiers-certification", le);
    const { value: parAn } = valueAt("recevabilite-dossiers-annee", le);
    const [autre] = memes;
    if (memes.length < parCertification && avant.length < parAn) continue;
    yield {
      document,
      at: ["phases", "recevabilite", "depot_le"],
      message:
        autre !== undefined && memes.length >= parCertification
          ? `Ce dossier de recevabilité du ${formatDay(le)} est le ${memes.length + 1}e de l'année pour la même certification (déjà le ${formatDay(autre.le)}, parcours ${autre.document.data.identifiant}).`
          : `Ce dossier de recevabilité du ${formatDay(le)} est le ${rang + 1}e de l'année : ${parAn} au plus sont admis.`,
      hint: "Vérifiez les dates de dépôt ; un dossier de trop attend l'année suivante.",
    };
  }
}
