import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../cli/run.ts";

/** An invented dispositif of a user organisation, as its folder holds it: the parcours emploi compétences of a town. */
export const definition = `format: cpro/dispositif/2
identifiant: pec
libelle: Parcours emploi compétences
article: le
description: Un emploi aidé dans une association de la ville, avec une formation et un bilan tous les trois mois.
sources:
  - { id: convention, titre: "convention de la ville, 2024" }
acteurs:
  referente: référente de parcours
  association: association
cadre: { fiche: aucune, contrat: aucun, plafond: aucun }
evenements:
  debut: [embauche/le]
  fin: [depart/le, embauche/fin]
  interruption: [depart]
regles: [commun/*]
financement: aucun
parametres:
  pec-bilan:
    label: Entre deux bilans
    unit: mois
    checked_on: 2025-01-15
    values: [{ from: 2024-01-01, value: 3, reference: convention }]
  pec-heures:
    label: Heures de formation
    unit: heures
    checked_on: 2025-01-15
    values: [{ from: 2024-01-01, value: 40, reference: convention }]
references:
  convention: { titre: "convention de la ville, art. 4" }
parcours:
  faits:
    - { chemin: embauche, le: [embauche/le] }
    - { chemin: depart, le: [depart/le] }
  prevues: [embauche/fin]
  interruption: depart
  entree: { chemin: embauche }
  calculs:
    formation: { somme: "formations[]/heures" }
  phases:
    - { id: preparation, libelle: Préparation, qui: referente, reference: convention }
    - { id: emploi, libelle: Emploi, qui: association, reference: convention, debut: [embauche/le], fin: [depart/le, embauche/fin] }
  etapes:
    - id: entretien
      phase: preparation
      libelle: Recevoir la personne
      qui: referente
      reference: convention
      faite: [entretien_le]
    - id: embauche
      phase: preparation
      libelle: Signer l'embauche
      qui: association
      reference: convention
      faite: [embauche]
    - id: bilan
      phase: emploi
      libelle: Faire le bilan
      qui: referente
      depuis: [embauche/le]
      delai: pec-bilan
      recurrente: { jusqua: embauche/fin }
      faite: ["bilans[]/le"]
      cesse_si_interrompu: true
regles_donnees:
  - id: pec-entretien
    gravite: erreur
    si: { chemin: embauche, present: true }
    exige: { chemin: entretien_le, present: true }
    message: L'embauche du {embauche/le} n'a été précédée d'aucun entretien.
    reference: convention
  - id: pec-formation
    gravite: avertissement
    resume: La personne suit quarante heures de formation avant la fin de l'emploi.
    si: { chemin: sortie, present: true }
    exige: { chemin: calcul/formation, au_moins: pec-heures }
    message: La personne a suivi {calcul/formation} heures de formation.
    conseil: Ajoutez les formations suivies.
    reference: convention
  - id: pec-poste
    gravite: information
    exige: { chemin: embauche/poste, present: true }
    message: Le poste n'est pas nommé.
    reference: convention
`;

export const schema = `{
  "title": "ParcoursPec",
  "description": "Le parcours emploi compétences d'une personne.",
  "x-feuilles": [
    { "nom": "PEC Parcours", "ancre": true, "note": "Une personne, une ligne.", "rubriques": [""] },
    { "nom": "PEC Bilans", "note": "Une ligne par bilan.", "rubriques": ["bilans[]"] },
    { "nom": "PEC Suite", "note": "Une ligne par personne.", "rubriques": ["sortie", "depart", "entretien_le"] }
  ],
  "type": "object",
  "additionalProperties": false,
  "required": ["format", "dispositif", "identifiant", "beneficiaire"],
  "properties": {
    "format": { "type": "string", "const": "cpro/parcours/1" },
    "dispositif": { "type": "string", "const": "pec" },
    "identifiant": { "$ref": "#/$defs/identifiant" },
    "beneficiaire": { "$ref": "#/$defs/beneficiaire" },
    "entretien_le": { "$ref": "#/$defs/date", "title": "Premier entretien" },
    "embauche": {
      "title": "Embauche",
      "type": "object",
      "additionalProperties": false,
      "required": ["le", "fin"],
      "properties": {
        "le": { "$ref": "#/$defs/date" },
        "fin": { "$ref": "#/$defs/date" },
        "poste": { "title": "Poste", "type": "string", "minLength": 1, "maxLength": 80, "examples": ["Jardinière"] },
        "code": { "title": "Code du poste", "type": "string", "maxLength": 8, "pattern": "^P[0-9]{3}$", "examples": ["P012"] }
      }
    },
    "formations": {
      "title": "Formations",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["le", "heures"],
        "properties": { "le": { "$ref": "#/$defs/date" }, "heures": { "$ref": "#/$defs/heures" } }
      }
    },
    "bilans": {
      "title": "Bilans",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["le"],
        "properties": { "le": { "$ref": "#/$defs/date" }, "synthese": { "$ref": "#/$defs/texte" } }
      }
    },
    "depart": { "$ref": "#/$defs/abandon" },
    "sortie": { "$ref": "#/$defs/sortie" },
    "derogations": { "type": "array", "items": { "$ref": "#/$defs/derogation" } }
  },
  "$defs": {
${["date", "naissance", "niveau", "heures", "departement", "texte", "nom", "identifiant", "beneficiaire", "abandon", "sortie", "derogation"]
  .map((nom) => `    "${nom}": { "$ref": "commun.schema.json#/$defs/${nom}" }`)
  .join(",\n")}
  }
}
`;

/** A parcours of it; `suite`: what follows its beneficiaire. */
function parcours(identifiant: string, suite: string): string {
  return `format: cpro/parcours/1
dispositif: pec
identifiant: ${identifiant}
beneficiaire: { date_naissance: 1990-04-02, sexe: femme, departement: "62" }
${suite}`;
}

const juste = `entretien_le: 2025-01-10
embauche: { le: 2025-02-03, fin: 2026-02-02, poste: Jardinière, code: P012 }
formations: [{ le: 2025-03-04, heures: 24.5 }, { le: 2025-04-01, heures: 16 }]
bilans: [{ le: 2025-05-02 }]
`;

/** A dossier with the dispositif and two parcours of it, in a folder with spaces and accents. */
export function dossierPropre({ yaml = definition, json = schema }: { yaml?: string; json?: string } = {}): string {
  const dossier = join(mkdtempSync(join(tmpdir(), "cpro propre été ")), "L'été à Lens");
  const ecrire = (fichier: string, texte: string): void => {
    mkdirSync(dirname(join(dossier, fichier)), { recursive: true });
    writeFileSync(join(dossier, fichier), texte);
  };
  ecrire("dispositifs/pec/dispositif.yaml", yaml);
  ecrire("dispositifs/pec/parcours.schema.json", json);
  ecrire("dispositifs/pec/exemple/parcours/PEC-001.yaml", parcours("PEC-001", juste));
  for (const regle of ["pec-entretien", "pec-formation", "pec-poste"])
    ecrire(`dispositifs/pec/exemple/regles/${regle}.ok.yaml`, parcours("OK", juste));
  ecrire("dispositifs/pec/exemple/regles/pec-entretien.ko.yaml", parcours("KO", juste.replace("entretien_le: 2025-01-10\n", "")));
  ecrire(
    "dispositifs/pec/exemple/regles/pec-formation.ko.yaml",
    parcours("KO", `${juste.replace(", { le: 2025-04-01, heures: 16 }", "")}sortie: { constatee_le: 2025-06-01 }\n`),
  );
  ecrire("parcours/PEC-001.yaml", parcours("PEC-001", juste));
  ecrire("parcours/PEC-002.yaml", parcours("PEC-002", "embauche: { le: 2025-03-01, fin: 2026-02-28, poste: Cuisinier }\n"));
  return dossier;
}

/** The same with parcours of two of cpro's own dispositifs beside. */
export function dossierMixte(): string {
  const dossier = dossierPropre();
  cpSync(`${root}fixtures/geiq-epe`, join(dossier, "vae"), { recursive: true });
  cpSync(`${root}dispositifs/rae/exemple`, join(dossier, "rae"), { recursive: true });
  return dossier;
}
