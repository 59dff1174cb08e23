// A country of contracts, all in memory, computed once; reading files is not counted. The contracts are those of a folder, copied
// with identifiants and lines of their own.
const { fundingTotals, loadDossier } = await import(process.env.CPRO_INDEX ?? "../dist/index.js");

const [folder, number] = [process.argv[2], Number(process.argv[3])];
const contracts = copies((await loadDossier([folder])).parcours.slice(0, 1000).filter(({ data }) => data.contrat));
globalThis.gc?.();

const started = process.hrtime.bigint();
const { parcours, forfait } = fundingTotals({ parcours: contracts, motifs: new Map(), date: "2026-06-30", lecture: "cahier_des_charges" });
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
console.log(`${seconds.toFixed(2)} s for ${parcours} contracts, ${(forfait / 100).toFixed(2)} euros`);

function copies(models) {
  return Array.from({ length: number }, (_, rank) => {
    const { data } = models[rank % models.length];
    const { contrat, financement } = data;
    const depenses = financement.depenses.map((depense) => ({ ...depense }));
    const copy = { ...data, identifiant: `P-${rank}`, contrat: { ...contrat }, financement: { ...financement, depenses } };
    return { file: `P-${rank}.yaml`, text: "", kind: "parcours", data: copy };
  });
}
