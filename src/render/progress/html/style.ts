/** One colour a phase, in the order of the phases; each stands out by 3 to 1 at least from its ground, light or dark. */
const teintes: readonly (readonly [string, string])[] = [
  ["#5a6ac9", "#93a0ff"],
  ["#0b7f93", "#4cc3d6"],
  ["#a86200", "#eea63c"],
  ["#2d8044", "#62c27c"],
  ["#a63d8f", "#e889d2"],
];

/** The colours of so many phases, and the lanes they run in. */
export function couleurs(phases: number): string {
  const classes = Array.from({ length: phases }, (_, rang) => {
    const [clair, sombre] = teintes[rang % teintes.length] ?? ["#555", "#aaa"];
    return `.p${rang}{--c:light-dark(${clair},${sombre});--voie:${rang}}`;
  });
  return `${classes.join("")}.piste{height:${phases * 9 + 5}px}`;
}

export const style = `
:root{color-scheme:light dark;--fond:light-dark(#fff,#15181d);--surface:light-dark(#f4f6f9,#1e232b);--encre:light-dark(#1b212b,#e7eaf0);--discret:light-dark(#566070,#a4aebd);--trait:light-dark(#dde2ea,#343c48);--alerte:light-dark(#b3261e,#ff9a90);--appui:light-dark(#1f4fbf,#9db9ff)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:100rem;padding:1.25rem clamp(.8rem,2.5vw,2.5rem) 3rem;background:var(--fond);color:var(--encre);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:0}h2{font-size:1.15rem;margin:2rem 0 .6rem}h3{font-size:1rem;margin:1.2rem 0 .4rem}
header p,.aide,small{color:var(--discret);margin:.2rem 0 0}
small{display:block;font-size:.82rem}.aide{font-size:.88rem;margin:.2rem 0 .9rem}
.defile{overflow-x:auto;scrollbar-width:thin}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--trait)}
thead th{color:var(--discret);font-weight:600;white-space:nowrap}tbody th{font-weight:600;white-space:nowrap}
tfoot th,tfoot td{border-bottom:0;font-weight:700}.nombre{text-align:right;white-space:nowrap}
caption{text-align:left;color:var(--discret);padding-bottom:.3rem}
.retards{border-left:4px solid var(--alerte);padding-left:1rem;margin-top:1.5rem}.retards h2{margin-top:0;color:var(--alerte)}
.retards .defile{max-height:17rem;overflow:auto}
.calme{border-left:4px solid light-dark(#2d8044,#62c27c);padding-left:1rem}
.filtres{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center;margin-top:2rem;padding:.7rem 1rem;background:var(--surface);border-radius:.5rem}
.filtres[hidden]{display:none}
select,button{font:inherit;color:inherit;background:var(--fond);border:1px solid var(--discret);border-radius:.3rem;padding:.25rem .5rem;max-width:100%}
button{cursor:pointer}output{color:var(--discret)}
:focus-visible{outline:3px solid var(--appui);outline-offset:1px;border-radius:.2rem}
.etat{white-space:nowrap;color:var(--discret);font-size:.85rem}.etat.en_retard{color:var(--alerte);font-weight:700}
.legende{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:0;font-size:.88rem}
.cle{display:inline-flex;align-items:center;gap:.4rem}
.cle::before{content:"";width:1.4rem;height:7px;border-radius:2px;background:var(--c,transparent);border:1px solid var(--c,var(--discret))}
.cle.stop::before{border-color:var(--discret);background:repeating-linear-gradient(135deg,var(--discret) 0 2px,transparent 2px 5px)}
.cle.losange::before{width:8px;height:8px;border-radius:0;transform:rotate(45deg);background:var(--encre);border-color:var(--encre)}
.cle.jour::before{width:0;height:1rem;border:0;border-left:2px solid var(--alerte);border-radius:0}
.gantt{--nom:11.5rem;--suite:20rem}
.axe{position:sticky;top:0;z-index:2;background:var(--fond);border-bottom:1px solid var(--trait)}
.regle{position:relative;height:1.9rem;margin-left:calc(var(--nom) + .8rem);margin-right:calc(var(--suite) + .8rem)}
.regle span{position:absolute;left:var(--x);bottom:.2rem;padding-left:.25rem;font-size:.78rem;color:var(--discret);white-space:nowrap}
.regle .annee{color:var(--encre);font-weight:700}
.regle .ici{left:var(--jour);bottom:0;padding:0;border:5px solid transparent;border-top-color:var(--alerte);border-bottom:0;transform:translateX(-5px)}
.frise ol{list-style:none;margin:0;padding:0}
.rang{border-bottom:1px solid var(--trait);content-visibility:auto;contain-intrinsic-size:auto 60px}
.rang[hidden]{display:none}
.rang summary{display:grid;grid-template-columns:var(--nom) minmax(0,1fr) var(--suite);gap:0 .8rem;align-items:center;cursor:pointer;list-style:none}
.rang summary::-webkit-details-marker{display:none}
.rang summary:hover{background:var(--surface)}
.nom{display:flex;flex-direction:column;padding:.25rem 0 .25rem 1rem;line-height:1.3;position:relative;overflow-wrap:anywhere}
.nom::before{content:"";position:absolute;left:.15rem;top:.75rem;border:4px solid transparent;border-left:6px solid var(--discret);border-right:0}
details[open] .nom::before{transform:rotate(90deg)}
.suite{font-size:.85rem;line-height:1.35;margin:.25rem 0;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
details[open] .suite{-webkit-line-clamp:none}
.piste{position:relative;align-self:stretch;background:linear-gradient(var(--alerte),var(--alerte)) var(--jour) 0/2px 100% no-repeat,var(--grille)}
.barre{position:absolute;left:var(--x);width:max(4px,var(--l));top:calc(5px + var(--voie)*9px);height:7px;border-radius:2px;border:1px solid var(--c);background:linear-gradient(var(--c),var(--c)) 0 0/var(--fait) 100% no-repeat}
.barre.interrompue{background:repeating-linear-gradient(135deg,var(--c) 0 2px,var(--fond) 2px 5px)}
.barre.en_retard{box-shadow:0 0 0 1.5px var(--fond),0 0 0 3px var(--alerte)}
span.losange:not(.cle){position:absolute;left:var(--x);top:50%;width:8px;height:8px;margin:-5px;background:var(--encre);border:1px solid var(--fond);transform:rotate(45deg)}
span.losange.en_retard:not(.cle){background:var(--alerte)}
.detail{padding:.2rem 0 1rem 1rem}.detail td:not(:nth-child(4)){white-space:nowrap}.detail td:nth-child(4){min-width:14rem}.detail small{white-space:normal;max-width:13rem}.detail p{margin:.3rem 0}
.equivalent{margin-top:1rem}.equivalent>summary{cursor:pointer;color:var(--appui);text-decoration:underline;text-underline-offset:.2em;padding:.2rem 0}
.equivalent td{min-width:8.5rem}
.lu{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (max-width:60rem){
.gantt{--nom:0rem;--suite:0rem}.regle{margin:0}.regle .petit{display:none}
.rang summary{grid-template-columns:minmax(0,1fr);padding:.3rem 0 .5rem}
.nom{flex-direction:row;gap:.6rem;align-items:baseline}.suite{margin:.3rem 0 0 1rem}
.piste{align-self:auto}
}
@media print{
@page{size:A4 landscape;margin:10mm}
:root{color-scheme:light}
body{max-width:none;padding:0;font-size:9pt}
.filtres,.aide,.equivalent:not([open]){display:none}
.retards .defile{max-height:none}.defile{overflow:visible}
.gantt{display:table;width:100%;--nom:26mm;--suite:62mm}.axe{display:table-header-group;position:static;break-inside:avoid}.frise ol{display:table-row-group}.rang{display:table-row;content-visibility:visible}
.rang summary,.comptes,tr{break-inside:avoid}h2,.legende{break-after:avoid}.rang>details{border-bottom:1px solid var(--trait)}
.barre,.piste,.cle::before,span.losange,.regle .ici,.retards{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
