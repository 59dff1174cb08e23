// Words that dress the files. Names are invented on purpose: nobody must be able to recognise someone.
export const noms =
  "Exemple Fictif Gabarit Maquette Témoin Essai Modèle Spécimen Brouillon Canevas Prototype Imaginaire Scénario Hypothèse Esquisse Abrégé Virgule Accolade Tréma Parenthèse Marge Alinéa Paragraphe Colophon Annexe Signet Intercalaire Onglet Registre Bordereau".split(
    " ",
  );
export const prenoms = {
  femme: "Inès Jade Lina Chloé Manon Sarah Fatou Nadia Céline Sandrine Aïcha Élodie Mélanie Rosa Maud".split(" "),
  homme: "Lucas Enzo Yanis Théo Mehdi Karim Kevin Moussa Julien Bruno Sofiane Rémi Ali Hugo Tiago".split(" "),
};
export const enseignes = [
  "du Moulin inventé",
  "des Trois Fictions",
  "de la Rue imaginaire",
  "du Pont d'exemple",
  "des Tilleuls fictifs",
  "de la Place témoin",
  "du Canal modèle",
  "de la Butte esquissée",
  "du Clos gabarit",
  "des Quatre Maquettes",
  "de la Halle d'essai",
  "du Parc spécimen",
];
/** First words of a company's name, by activity (NAF). */
export const raisons = {
  "10.51A": ["Laiterie"],
  "10.51C": ["Fromagerie"],
  "25.11Z": ["Chaudronnerie", "Structures métalliques"],
  "25.62B": ["Mécanique", "Usinage"],
  "28.22Z": ["Levage", "Manutention"],
  "41.20A": ["Maisons", "Constructions"],
  "43.34Z": ["Peinture", "Vitrerie"],
  "43.99C": ["Maçonnerie", "Gros œuvre"],
  "45.20A": ["Garage", "Carrosserie"],
  "47.11D": ["Supermarché"],
  "47.11F": ["Hypermarché"],
  "49.41A": ["Transports"],
  "49.41B": ["Livraisons", "Transports"],
  "52.10B": ["Entrepôts"],
  "52.29A": ["Messagerie"],
  "55.10Z": ["Hôtel", "Grand Hôtel"],
  "56.10A": ["Restaurant", "Brasserie", "Auberge"],
  "56.10C": ["Sandwicherie", "Crêperie"],
  "56.30Z": ["Café", "Bar"],
  "62.02A": ["Conseil", "Logiciels"],
  "81.21Z": ["Propreté", "Nettoyage"],
  "81.22Z": ["Nettoyage industriel"],
  "81.30Z": ["Paysages", "Jardins"],
  "87.10A": ["Résidence", "Maison de retraite"],
  "87.30A": ["Foyer", "Résidence autonomie"],
  "88.10A": ["Aide à domicile", "Services à la personne"],
  "88.91A": ["Crèche", "Micro-crèche"],
  "93.21Z": ["Parc"],
  "93.29Z": ["Loisirs"],
  "96.02A": ["Salon de coiffure"],
};
export const ecarts = [
  "Règles d'hygiène et de sécurité à consolider",
  "Lecture des consignes écrites et du plan de travail",
  "Vocabulaire professionnel à l'oral et à l'écrit",
  "Organisation du poste et tenue des délais",
  "Utilisation des équipements récents de l'atelier",
  "Relation avec le client ou l'usager",
  "Traçabilité et enregistrement des contrôles",
  "Gestes et postures, prévention des troubles musculosquelettiques",
  "Calculs de dosage et unités de mesure",
  "Travail en équipe et transmission des informations",
];
export const syntheses = [
  "Autonomie en progrès sur les tâches courantes.",
  "Bon contact avec l'équipe ; le livret avance.",
  "Deux compétences acquises, une troisième à travailler en situation.",
  "Assiduité retrouvée après une période difficile.",
  "Progression conforme au plan de formation.",
  "Besoin de temps supplémentaire pour la partie écrite.",
  "Gestes sûrs, cadence à améliorer.",
  "Prêt à présenter le premier bloc.",
];
export const motifsRupture = {
  employeur: ["Absences répétées", "Baisse d'activité de l'entreprise", "Comportement au poste de travail"],
  salarie: [
    "Embauche en CDI dans une autre entreprise",
    "Départ de la région",
    "Difficultés de garde d'enfant",
    "Métier qui ne convient pas",
  ],
  accord: ["Réorientation vers un autre métier", "Accord des parties", "Trajet domicile-travail trop long"],
  essai: ["Période d'essai non concluante", "Rythme de travail inadapté"],
  autre: ["Inaptitude constatée par la médecine du travail", "Liquidation judiciaire de l'entreprise"],
};
