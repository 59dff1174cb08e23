/** The page's style: sober, readable in print, in light and in dark; all its text has a contrast of at least 4.5. */
export const style = `
:root{color-scheme:light dark;--fond:#fff;--encre:#1b2733;--doux:#4d5a68;--trait:#c3ccd6;--voile:#f3f6f9;--titre:#1f3a5f;--s0:#1f3a5f;--s1:#b5690a;--s2:#2f7d6b;--s3:#7a5596;--s4:#66727f}
@media (prefers-color-scheme:dark){:root{--fond:#12181f;--encre:#e6ebf0;--doux:#a9b6c3;--trait:#3b4856;--voile:#1c252e;--titre:#9cc3f2;--s0:#7fb2ee;--s1:#f0a94a;--s2:#63c4ad;--s3:#c39be0;--s4:#a3afbb}}
*{box-sizing:border-box}
html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;background:var(--fond);color:var(--encre)}
body{margin:0 auto;max-width:76rem;padding:0 1rem 3rem}
a{color:var(--titre)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--s1);outline-offset:2px}
.saut{position:absolute;left:-100vw}
.saut:focus{left:1rem;top:1rem;background:var(--fond);padding:.5rem 1rem;z-index:1}
header{border-bottom:3px solid var(--titre);padding:1.5rem 0 1rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem;color:var(--titre)}
h2{font-size:1.4rem;margin:2.5rem 0 .75rem;color:var(--titre);border-bottom:1px solid var(--trait);padding-bottom:.25rem}
h3{font-size:1.05rem;margin:1.75rem 0 .25rem}
.note{color:var(--doux);font-size:.9rem;margin:.25rem 0 .75rem}
.alerte{background:#9c1f18;color:#fff;font-weight:700;padding:.6rem 1rem;margin:1rem 0 0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:1rem 0 0}
.cles{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem}
.cles section{border:1px solid var(--trait);border-top:3px solid var(--titre);padding:.75rem 1rem;background:var(--voile)}
.cles h3{margin:0 0 .5rem}
.cles+.defile{margin-top:1.5rem}
dl{margin:0}
.cles dl div{display:flex;justify-content:space-between;gap:1rem;padding:.2rem 0;border-top:1px solid var(--trait)}
.cles dt{min-width:0;overflow-wrap:break-word}
.cles dd{margin:0;font-weight:700;white-space:nowrap}
.lire dt{font-weight:700;margin-top:.5rem}
.lire dd{margin:0 0 .25rem;overflow-wrap:anywhere}
.graphiques{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(34rem,100%),1fr));gap:1.25rem}
figure{margin:0;border:1px solid var(--trait);padding:.75rem;min-width:0}
figcaption{font-weight:700}
svg{display:block;width:100%;min-width:30rem;height:auto;font:12px system-ui,sans-serif}
svg text{fill:var(--encre)}
svg .axe{fill:var(--doux)}
svg .grille{stroke:var(--trait);stroke-width:1}
svg .base{stroke:var(--doux);stroke-width:1}
${[0, 1, 2, 3, 4].map((rank) => `.c${rank}{fill:var(--s${rank});stroke:var(--s${rank})}`).join("")}
svg polyline{fill:none;stroke-width:2.5}
svg .part{stroke:var(--fond);stroke-width:2}
.defile{overflow-x:auto}
details{margin-top:.5rem}
summary{cursor:pointer}
table{border-collapse:collapse;font-size:.9rem;margin:.25rem 0 1rem}
caption{text-align:left;font-weight:700;padding:.25rem 0}
caption span{display:block;font-weight:400;color:var(--doux)}
th,td{padding:.25rem .6rem;border-bottom:1px solid var(--trait);text-align:right;vertical-align:bottom}
tbody th{text-align:left;font-weight:400;min-width:11rem}
thead th{background:var(--voile);border-bottom:2px solid var(--titre)}
thead th:first-child{text-align:left}
thead th[scope=colgroup]{text-align:center}
td{font-variant-numeric:tabular-nums;white-space:nowrap}
td.texte,thead .texte{text-align:left;white-space:normal}
.total{font-weight:700;background:var(--voile)}
tbody .total th{font-weight:700}
abbr{text-decoration:none}
footer{margin-top:3rem;border-top:1px solid var(--trait);padding-top:1rem;color:var(--doux);font-size:.9rem;overflow-wrap:anywhere}
@media (max-width:40rem){h1{font-size:1.5rem}th,td{padding:.2rem .4rem}}
@media print{@page{size:A4 landscape;margin:1.2cm}:root{--fond:#fff;--encre:#000;--doux:#333;--voile:#f3f6f9}html{font-size:11px}body{max-width:none;padding:0}nav,.saut{display:none}figure,table,.cles section{break-inside:avoid}h2,h3{break-after:avoid}.defile{overflow:visible}svg{min-width:0}.graphiques{grid-template-columns:1fr 1fr}}
`.trim();
