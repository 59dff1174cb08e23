import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { formatNumber, list } from "../../../words/french.ts";
import { byConclusion, type Contrat, contratsConclus } from "../../contrats.ts";
import { type DossierFinding, defineRule } from "../../rule.ts";

export default defineRule({
  id: "tuteur-formation-heures",
  famille: "contrat_pro",
  scope: "dossier",
  severity: "warning",
  summary: `La formation d'un même tuteur est financée ${firstValue("tuteur-formation-heures")} heures au plus, tous parcours du dossier ensemble ; un tuteur porte le même identifiant dans tous les parcours d'un porteur.`,
  references: ["ct-d6332-92"],
  *check(dossier, context) {
    const parTuteur = new Map<string, Contrat[]>();
    for (const contrat of contratsConclus(dossier)) {
      const { tuteur, fiche } = contrat.parcours;
      if (tuteur.identifiant === undefined || heuresDe(contrat) === 0) continue;
      const key = context.numeroter(fiche, tuteur.identifiant);
      const contrats = parTuteur.get(key);
      if (contrats === undefined) parTuteur.set(key, [contrat]);
      else contrats.push(contrat);
    }
    for (const contrats of parTuteur.values()) yield* auDela(contrats.sort((a, b) => byConclusion(a.parcours, b.parcours)));
  },
});

/** In the order of the contracts, the one that takes the hours beyond what is financed, and each that comes after. */
function* auDela(contrats: readonly Contrat[]): Iterable<DossierFinding> {
  let heures = 0;
  for (const [rang, contrat] of contrats.entries()) {
    const siennes = heuresDe(contrat);
    heures += siennes;
    const limite = valueAt("tuteur-formation-heures", dateDuDroit(contrat.parcours)).value;
    if (heures <= limite) continue;
    const avant = contrats.slice(0, rang).map(({ parcours }) => parcours.identifiant);
    const avec = avant.length === 0 ? "" : ` (avec ${list(avant, "et")})`;
    yield {
      document: contrat.document,
      at: ["financement", "depenses", premiereLigne(contrat), "heures"],
      message: `La formation du tuteur ${contrat.parcours.tuteur.identifiant} fait ${formatNumber(heures)} heures${avec} : au-delà de ${formatNumber(limite)}, rien n'est financé.`,
      hint: "Vérifiez que la même formation n'est pas comptée dans plusieurs parcours.",
    };
  }
}

function heuresDe({ parcours }: Contrat): number {
  return depensesDe(parcours).reduce((sum, { composante, heures = 0 }) => (composante === "tuteur_formation" ? sum + heures : sum), 0);
}

function premiereLigne({ parcours }: Contrat): number {
  return depensesDe(parcours).findIndex(({ composante, heures }) => composante === "tuteur_formation" && heures !== undefined);
}

/** Not every dispositif asks for each expense. */
function depensesDe({ financement }: Contrat["parcours"]): Contrat["parcours"]["financement"]["depenses"] {
  const { depenses = [] } = financement as Partial<typeof financement>;
  return depenses;
}
