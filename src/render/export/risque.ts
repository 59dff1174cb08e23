import { bandes, K_PAR_DEFAUT, L_DEMANDE, type LotAnnonce, type Manifeste, mesures } from "../../export/index.ts";
import { formatDay } from "../../words/dates.ts";
import { count, list } from "../../words/french.ts";

/** What a lot risks, for whoever decides to send it: k, l, what was generalised, and what the lot is in law. */
export function riskReport({ semestre, arrete_au, lots, generalisations }: Manifeste): string {
  return [
    `Lots ${semestre}, arrêtés au ${formatDay(arrete_au)} : rapport de risque`,
    "",
    ...lots.flatMap((lot) => [...lotText(lot), ""]),
    "Ce que mesurent k et l",
    ...items([
      `k : le plus petit nombre de lignes d'un lot qui ont les mêmes caractéristiques (${list(bandes, "et")}), les mêmes heures et les mêmes montants (${mesures.length} champs). Un champ laissé de côté compte comme une valeur.`,
      "l : le plus petit nombre de résultats différents (décision du jury, rupture, ou pas encore de résultat) parmi des lignes pareilles, dès qu'un résultat y est connu.",
      "Ni k ni l ne comptent ce qui arrive à la personne (rupture, jury, fin du parcours, issue, prestations) : qui le connaît déjà (employeur, organisme, OPCO) peut reconnaître une ligne.",
      "k et l valent pour ce lot seul. Le pseudonyme le relie à ceux des autres semestres, et le rapprochement en dit davantage.",
    ]),
    "",
    "Ce que toutes les lignes ont perdu",
    ...items(generalisations),
    "",
  ].join("\n");
}

function lotText({ fichier, parcours, retenus, risque }: LotAnnonce): string[] {
  const { k, l, k_demande, groupes, seuls, seuls_en_tout, conclusion, laisses_de_cote } = risque;
  if (conclusion === "aucune_ligne")
    return [
      fichier,
      ...items([`Aucune ligne${retenus > 0 ? "" : " : aucun contrat conclu dans la période"}.`, ...withheld(retenus, k_demande)]),
    ];
  const cotes = laisses_de_cote.map(({ colonne, valeurs }) => `${colonne} (${valeurs})`);
  return [
    fichier,
    ...items([
      `${count(parcours, "ligne")} en ${count(groupes, "groupe")} ; ${count(seuls, "ligne n'a pas sa pareille", "lignes n'ont pas leur pareille")}.`,
      `k = ${k}${k_demande === null ? "" : ` (demandé : ${k_demande})`} ; l = ${l ?? "sans objet, aucun résultat n'est connu"}.`,
      ...alone(risque.seuls_aux_montants, parcours),
      ...(seuls_en_tout > 0
        ? [
            `Avec ce qui est arrivé à la personne, que k ne compte pas : ${count(seuls_en_tout, "ligne n'a pas sa pareille", "lignes n'ont pas leur pareille")}.`,
          ]
        : []),
      ...(cotes.length > 0 ? [`Valeurs laissées de côté ou regroupées pour atteindre k, par champ : ${cotes.join(", ")}.`] : []),
      ...withheld(retenus, k_demande),
      conclusionText(conclusion, k_demande),
    ]),
  ];
}

/** An invoice says as much as a name. */
function alone(pseudonymes: readonly string[], parcours: number): string[] {
  if (pseudonymes.length === 0) return [];
  return [
    `${count(pseudonymes.length, "ligne", "lignes")} sur ${parcours} ${pseudonymes.length > 1 ? "sont seules à avoir leurs" : "est seule à avoir ses"} heures et ${pseudonymes.length > 1 ? "leurs" : "ses"} montants, et qui les connaît par une facture (OPCO, organisme, employeur) ${pseudonymes.length > 1 ? "les" : "la"} reconnaît : ${list(pseudonymes, "et")}.`,
  ];
}

function withheld(retenus: number, k: number | null): string[] {
  if (retenus === 0) return [];
  return [
    `${count(retenus, "parcours retenu", "parcours retenus")} chez vous : moins de ${k} contrats conclus dans le semestre, ou avant lui. Le tableau de bord ne ${retenus > 1 ? "les" : "le"} comptera pas.`,
  ];
}

function conclusionText(conclusion: LotAnnonce["risque"]["conclusion"], k: number | null): string {
  if (conclusion === "k_et_l_tiennent") {
    return `k et l tiennent (au moins ${k ?? K_PAR_DEFAUT} et ${L_DEMANDE}) sur tous ces champs à la fois, heures et montants compris. Le pseudonyme demeure, et qui sait autre chose peut encore reconnaître quelqu'un : le lot reste confidentiel.`;
  }
  const advice = k === null ? " --k 3 laisserait de côté ou arrondirait ce qu'il faut pour que k tienne." : "";
  return `Données personnelles pseudonymisées : k et l ne tiennent pas tous deux (au moins ${k ?? K_PAR_DEFAUT} et ${L_DEMANDE}). Le lot se transmet et se garde comme tel (RGPD, art. 4, 5).${advice}`;
}

function items(textes: readonly string[]): string[] {
  return textes.map((texte) => `- ${texte}`);
}
