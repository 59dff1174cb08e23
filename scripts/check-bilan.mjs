// The names that a bilan gives are all of something that it has: the schema cannot say it.

const nameOf = (bloc) => bloc.population ?? bloc;

/** What a bilan names, by what it must be: each name with the list it must be in. */
function referencesOf({ entree, colonnes, populations, familles, tables, synthese, ...more }, { phases, parameters }) {
  const { graphiques = [], tendance, echelles = [], regroupements = {}, inclusions = [], sens = [], plafonnes = {}, sensibles } = more;
  const { groupes, publiques = [], figures, taux = [] } = synthese;
  const charts = [...graphiques, ...(tendance ? [tendance] : [])];
  const cells = [...figures.flatMap(({ termes }) => termes), ...charts.flatMap(({ series }) => series)];
  const columns = Object.values(colonnes);
  const spread = tables.flatMap(({ grandeur, dimensions }) => (grandeur?.eclater ? dimensions : []));
  const prefixes = Object.keys(colonnes).map((name) => name.split("_")[0]);
  const ids = (list) => list.map(({ id }) => id);
  const dimensions = [
    ...tables.flatMap((table) => table.dimensions),
    ...graphiques.map(({ dimension }) => dimension),
    ...echelles,
    ...Object.keys(regroupements),
    ...(sensibles?.dimensions ?? []),
    ...sens.flatMap(({ tout, partie }) => [tout.dimension, partie.dimension]),
  ];
  return {
    colonne: [
      [
        entree,
        ...populations.flatMap(({ date, si }) => [date, si?.colonne ?? si]),
        ...columns.map(({ nature, au, annee_de }) => (nature === "annee" ? annee_de : au)),
        ...columns.map(({ concernes }) => (concernes === "demandeurs" ? undefined : concernes)),
        ...tables.map(({ grandeur }) => grandeur?.colonne),
      ],
      Object.keys(colonnes),
    ],
    "début de colonne": [tables.map(({ grandeur }) => grandeur?.eclater), prefixes],
    code: [
      columns.flatMap(({ a_defaut = [] }) => a_defaut.map(({ code }) => code)),
      columns.flatMap(({ libelles = {} }) => Object.keys(libelles)),
    ],
    phase: [columns.flatMap(({ nature, libelles }) => (nature === "phase" ? Object.keys(libelles) : [])), phases],
    dimension: [dimensions, [...Object.keys(colonnes), ...spread]],
    population: [
      [
        ...tables.map(({ population }) => population),
        ...inclusions.flatMap(({ tout, partie }) => [nameOf(tout), nameOf(partie)]),
        ...sens.map(({ population }) => population),
        plafonnes.population,
        plafonnes.parmi,
      ],
      ids(populations),
    ],
    famille: [tables.map(({ famille }) => famille), Object.keys(familles)],
    tableau: [cells.map(({ table }) => table), ids(tables)],
    "dimension d'un tableau": [
      cells.flatMap(({ table, codes = {} }) => Object.keys(codes).map((dimension) => `${table} ${dimension}`)),
      tables.flatMap(({ id, dimensions: siennes }) => siennes.map((dimension) => `${id} ${dimension}`)),
    ],
    groupe: [[...publiques, ...figures].map(({ groupe }) => groupe), Object.keys(groupes)],
    paramètre: [publiques.map(({ parametre }) => parametre), [...parameters]],
    chiffre: [taux.flatMap(({ numerateur, denominateur }) => [numerateur, denominateur]), ids([...publiques, ...figures])],
    "": [[], [ids(populations), ids(tables), ids([...publiques, ...figures]), ids(taux)].map(uniques)],
  };
}

function uniques(names) {
  const twice = names.find((name, rank) => names.indexOf(name) < rank);
  if (twice !== undefined) throw new Error(`bilan : deux entrées portent l'id ${twice}`);
}

/** Throws when a bilan names a column, a population, a table, a figure, a phase or a parameter that does not exist. */
export function checkBilan(bilan, known) {
  for (const [what, [names, all]] of Object.entries(referencesOf(bilan, known))) {
    const unknown = names.find((name) => name !== undefined && !all.includes(name));
    if (unknown !== undefined) throw new Error(`bilan : ${what} inconnu(e) : ${unknown}`);
  }
}
