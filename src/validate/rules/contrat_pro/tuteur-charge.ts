import { dateDuDroit, dernierJour, type ParcoursConclu } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { formatNumber, list } from "../../../words/french.ts";
import { type Contrat, compare, contratsConclus } from "../../contrats.ts";
import { type DossierFinding, defineRule } from "../../rule.ts";

export default defineRule({
  id: "tuteur-charge",
  famille: "contrat_pro",
  scope: "dossier",
  severity: "error",
  summary: `Un tuteur salarié suit ${firstValue("tuteur-charge-salarie")} bénéficiaires au plus en même temps, un employeur ${firstValue("tuteur-charge-employeur")} ; le tuteur du groupement n'est pas compté. Un tuteur porte le même identifiant dans tous les parcours d'un porteur.`,
  references: ["ct-d6325-9", "ct-d6325-10"],
  *check(dossier, context) {
    const parTuteur = new Map<string, Contrat[]>();
    for (const contrat of contratsConclus(dossier)) {
      const { tuteur } = contrat.parcours;
      if (tuteur.identifiant === undefined || tuteur.designe_par === "groupement") continue;
      const key = context.numeroter(contrat.parcours.fiche, tuteur.identifiant);
      const contrats = parTuteur.get(key);
      if (contrats === undefined) parTuteur.set(key, [contrat]);
      else contrats.push(contrat);
    }
    for (const contrats of parTuteur.values()) if (contrats.length > 1) yield* surcharges(contrats);
  },
});

/** A contract begins (the tutor follows one more from that day) or ends (that day is the last). */
interface Evenement {
  jour: Day;
  isFin: boolean;
  contrat: Contrat;
}

/** Reads one tutor's calendar once, day after day; a contract that ends on a day still counts with those that begin on it. */
function* surcharges(contrats: readonly Contrat[]): Iterable<DossierFinding> {
  const suivis = new Set<Contrat>();
  for (const { contrat, isFin } of calendrier(contrats)) {
    if (isFin) suivis.delete(contrat);
    else {
      if (suivis.size >= limiteDe(contrat.parcours)) yield surcharge(contrat, suivis);
      suivis.add(contrat);
    }
  }
}

function calendrier(contrats: readonly Contrat[]): Evenement[] {
  return contrats
    .flatMap((contrat): Evenement[] => {
      const [debut, fin] = [contrat.parcours.contrat.debut, dernierJour(contrat.parcours)];
      // Dates in disorder are the fault of contrat-dates-ordonnees.
      if (fin < debut) return [];
      return [
        { jour: debut, isFin: false, contrat },
        { jour: fin, isFin: true, contrat },
      ];
    })
    .sort(
      (a, b) =>
        compare(a.jour, b.jour) ||
        Number(a.isFin) - Number(b.isFin) ||
        compare(a.contrat.parcours.identifiant, b.contrat.parcours.identifiant),
    );
}

function limiteDe(parcours: ParcoursConclu): number {
  const name = parcours.tuteur.fonction === "employeur" ? "tuteur-charge-employeur" : "tuteur-charge-salarie";
  return valueAt(name, dateDuDroit(parcours)).value;
}

/** Beyond a few names a list no longer helps. */
const LARGEST_LIST = 5;

function surcharge({ document, parcours }: Contrat, suivis: ReadonlySet<Contrat>): DossierFinding {
  const { identifiant, fonction } = parcours.tuteur;
  const autres: string[] = [];
  for (const suivi of suivis) {
    if (autres.length === LARGEST_LIST) break;
    autres.push(suivi.parcours.identifiant);
  }
  if (suivis.size > LARGEST_LIST) autres.push(`${formatNumber(suivis.size - LARGEST_LIST)} de plus`);
  const qui = fonction === "employeur" ? "un employeur" : "un salarié";
  return {
    document,
    at: ["tuteur", "identifiant"],
    message: `Le tuteur ${identifiant} suit ${formatNumber(suivis.size + 1)} bénéficiaires à partir du ${formatDay(parcours.contrat.debut)} (avec ${list(autres, "et")}) : ${limiteDe(parcours)} au plus sont admis pour ${qui}.`,
    hint: "Désignez un autre tuteur pour ce parcours.",
  };
}
