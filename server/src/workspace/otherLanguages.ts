/**
 * Endings of files that are written in a language of their own, whatever they quote: an article about a tunnel is no device of the
 * network, nor is a program or a template that configures one. An editor gives these their language by name.
 */
const OTHER_LANGUAGES: ReadonlySet<string> = new Set(
  [
    'md markdown mdx adoc asciidoc rst tex bib org wiki html htm xhtml xml xsl xsd svg css scss less',
    'json jsonc json5 ndjson yaml yml toml csv tsv sql ipynb',
    'js mjs cjs jsx ts mts cts tsx vue svelte py pyw pyi rb php pl pm lua go rs java kt kts scala groovy gradle',
    'c h cc cpp cxx hpp hh cs fs vb vbs swift m mm dart r jl hs erl ex exs clj lisp el',
    'sh bash zsh fish ps1 psm1 bat cmd tcl exp awk',
    'diff patch j2 jinja jinja2 tpl tmpl mustache hbs ejs erb textfsm ttp tf tfvars hcl',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a file has a language of its own by its name, so that its content is not asked. */
export function hasOtherLanguage(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 && OTHER_LANGUAGES.has(name.slice(dot + 1).toLowerCase());
}
