/** The whole look of the lite edition: the reader's own serif, one column, rules instead of boxes. */
export const liteStyle = `
:root{color-scheme:light dark;--paper:#fbf8f3;--ink:#191613;--soft:#403932;--meta:#645b51;--rule:#dad2c5;--accent:#9e2b1b}
@media(prefers-color-scheme:dark){:root{--paper:#151311;--ink:#ece6dc;--soft:#cbc3b7;--meta:#a59c90;--rule:#3a352f;--accent:#e9a48f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:44rem;padding:0 1.125rem 3rem;background:var(--paper);color:var(--ink);font:1.125rem/1.55 Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif;text-rendering:optimizeLegibility;overflow-wrap:break-word}
a{color:inherit;text-decoration-color:var(--rule);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover,a:focus-visible{color:var(--accent);text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
h1,h2,h3,p,ul,ol,figure,blockquote,dl,dd{margin:0;padding:0}
h1,h2,h3{line-height:1.15;letter-spacing:-.01em;text-wrap:balance;font-weight:700}
h1{font-size:clamp(1.9rem,1.45rem + 2.2vw,2.75rem);letter-spacing:-.02em}
ul,ol{list-style:none}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.s,.s-l{font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:.875rem;line-height:1.45}
.m{color:var(--meta)}
.k{color:var(--accent);font-weight:600}
header.top{padding:1.1rem 0 .7rem;border-bottom:3px double var(--ink)}
.name{font-size:1.9rem;font-weight:700;line-height:1.1;letter-spacing:-.03em;text-decoration:none}
.row{display:flex;flex-wrap:wrap;gap:0 1.15rem;align-items:baseline;justify-content:space-between}
.links{display:flex;flex-wrap:wrap;gap:0 1.15rem}
.links a,.pages a{display:inline-block;padding:.62rem 0;min-height:2.75rem;text-decoration:none;min-width:1.5rem}
.links a:hover,.pages a:hover{text-decoration:underline}
nav.top{border-bottom:1px solid var(--rule);margin-bottom:1.75rem}
.tag{font-size:1.0625rem;font-weight:400;font-style:italic;letter-spacing:0;color:var(--soft);line-height:1.4}
.stand{font-size:1.2rem;line-height:1.4;color:var(--soft);margin-top:.6rem}
.head{margin-bottom:1.4rem}.head .k{margin-bottom:.35rem}.head .s{margin-top:.6rem}
section{margin-top:2.5rem;border-top:2px solid var(--ink);padding-top:.55rem}
section>h2{font:600 .9375rem/1.4 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;letter-spacing:0;margin-bottom:.3rem}
section>h2 a{text-decoration:none}
.list>li{padding:.85rem 0}.list>li+li{border-top:1px solid var(--rule)}
.list h2,.list h3{font-size:1.3rem;line-height:1.2}.list .first h2,.list .first h3{font-size:1.8rem;letter-spacing:-.018em}
.list a.t{text-decoration:none;display:inline-block}.list a.t:hover{text-decoration:underline;text-decoration-thickness:1px}
.list .stand{font-size:1.0625rem;margin-top:.3rem}.list .s{margin-top:.3rem}
.rank{counter-reset:n}.rank>li{counter-increment:n;display:grid;grid-template-columns:2.1rem 1fr}
.rank>li::before{content:counter(n);font-size:1.5rem;line-height:1.1;color:var(--accent)}
.body>*+*{margin-top:1.05em}.body h2,.body h3{margin-top:1.7em;font-size:1.35rem}.body h3{font-size:1.15rem}
.body ul{list-style:disc}.body ol{list-style:decimal}.body ul,.body ol{padding-left:1.3em}.body li+li{margin-top:.35em}
.body blockquote{border-left:2px solid var(--accent);padding-left:1rem;color:var(--soft)}
.box{border-top:1px solid var(--ink);border-bottom:1px solid var(--rule);padding:.8rem 0}.box>.s{margin-bottom:.4rem}.box .body{font-size:1.0625rem}
.pic{border:solid var(--rule);border-width:1px 0;padding:.7rem 0}.pic a{display:inline-block;padding:.45rem 0;font-weight:600}.pic p+p{margin-top:.15rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:1rem}th,td{text-align:left;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--rule)}th{font-weight:700}
hr{border:0;border-top:1px solid var(--rule);width:4rem;margin:2rem auto}
.pages{display:flex;justify-content:space-between;align-items:baseline;border-top:1px solid var(--ink);margin-top:1.2rem}
form{display:flex;gap:.6rem;margin:.4rem 0 1.4rem}input{flex:1;min-width:0}
input,button{font:inherit;font-size:1.0625rem;color:inherit;background:transparent;border:1px solid var(--meta);border-radius:0;padding:.5rem .7rem;min-height:2.75rem}button{border-color:var(--ink);cursor:pointer}
mark{background:none;color:var(--accent);font-weight:700}
.days{columns:2;column-gap:2rem}.days a{display:block;padding:.5rem 0}
footer{margin-top:3.5rem;border-top:3px double var(--ink);padding-top:.4rem}footer .full a{font-weight:600;padding:.9rem 0;display:inline-block}footer .s+.s{border-top:1px solid var(--rule)}footer>p.m{padding:.8rem 0}
@media(min-width:48rem){body{padding:0 2rem 4rem;font-size:1.1875rem}header.top{padding-top:2rem}.name{font-size:2.5rem}.list .first h2,.list .first h3{font-size:2.35rem;line-height:1.1}.first .stand{font-size:1.25rem}.days{columns:3}}
`.replace(/\n/g, '')
