/** Samples of the `text/html` that office programs and messengers put on the clipboard, with the text that each must become. */

type Sample = { from: string; html: string; typed: string };

const WORD_ITEM = (level: number, mark: string, words: string, where = 'Middle') => `
<p class=MsoListParagraphCxSp${where} style='margin-left:${18 * level}.0pt;mso-add-space:auto;
text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=IT
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:
Symbol;mso-ansi-language:IT'><span style='mso-list:Ignore'>${mark}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=IT style='mso-ansi-language:IT'>${words}<o:p></o:p></span></p>`;

const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Symbol;} p.MsoNormal {margin:0cm;} --></style>
</head>
<body lang=EN-US style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
<h2 style='margin-top:2.0pt'><span lang=IT style='mso-ansi-language:IT'>Che cosa
serve<o:p></o:p></span></h2>
<p class=MsoNormal><span lang=IT>Il <b style='mso-bidi-font-weight:normal'>centro civico</b> è
<i style='mso-bidi-font-style:normal'>troppo</i> lontano: lo dice anche <a
href="https://esempio.it/verbale_(2014)">il verbale</a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${WORD_ITEM(1, '·', 'Un pulmino', 'First')}
${WORD_ITEM(2, 'o', 'la mattina')}
${WORD_ITEM(2, 'o', 'la sera')}
${WORD_ITEM(3, '§', 'solo d’inverno')}
${WORD_ITEM(1, '·', 'Una panchina', 'Last')}
<p class=MsoNormal><span lang=IT>Poi, in ordine:</span></p>
${WORD_ITEM(1, '3.', 'chiedere', 'First')}
${WORD_ITEM(2, 'a.', 'al Comune')}
${WORD_ITEM(1, '4.', 'aspettare', 'Last')}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=200 valign=top style='width:150pt'><p class=MsoNormal><b>Chi<o:p></o:p></b></p></td>
  <td width=200 valign=top style='width:150pt'><p class=MsoNormal><b>Che cosa<o:p></o:p></b></p></td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=200 valign=top><p class=MsoNormal>Anna<o:p></o:p></p></td>
  <td width=200 valign=top><p class=MsoNormal>il pulmino<o:p></o:p></p><p class=MsoNormal>e i turni</p></td>
 </tr>
</table>
<!--EndFragment-->
</body>
</html>`;

const ONLINE_ITEM = (list: 'Bullet' | 'Number', level: number, start: number, words: string) => {
  const tag = list === 'Bullet' ? 'ul' : 'ol';
  return `<div class="ListContainerWrapper SCXW1 BCX0" style="margin:0px"><${tag} class="${list}ListStyle1 SCXW1 BCX0" role="list"${list === 'Number' ? ` start="${start}"` : ''} style="margin:0px"><li data-leveltext="" data-font="Symbol" data-listid="1" data-list-defn-props="{}" aria-setsize="-1" data-aria-posinset="${start}" data-aria-level="${level}" role="listitem" class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0" style="font-weight:normal;font-style:normal"><span data-contrast="auto" class="TextRun SCXW1 BCX0"><span class="NormalTextRun SCXW1 BCX0">${words}</span></span><span class="EOP SCXW1 BCX0">&nbsp;</span></p></li></${tag}></div>`;
};

const GOOGLE = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-8a1c2b3d-7fff-0000"><h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-weight:400;font-style:normal;white-space:pre-wrap;">Il doposcuola</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;font-style:normal;white-space:pre-wrap;">Serve </span><span style="font-weight:700;font-style:normal;white-space:pre-wrap;">subito</span><span style="font-weight:400;font-style:italic;white-space:pre-wrap;"> davvero</span><span style="font-weight:400;white-space:pre-wrap;">: </span><a href="https://esempio.it/orari" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;white-space:pre-wrap;">gli orari</span></a><span style="white-space:pre-wrap;"> e una_parola_unita</span></p><br /><ul style="margin-top:0;margin-bottom:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">Aule</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">quella grande</span></p></li></ul><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">Volontari</span></p></li></ul><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="301"><col width="301"></colgroup><tbody><tr style="height:0pt"><td style="border:solid"><p dir="ltr"><span style="font-weight:700;white-space:pre-wrap;">Giorno</span></p></td><td style="border:solid"><p dir="ltr"><span style="font-weight:700;white-space:pre-wrap;">Ora</span></p></td></tr><tr><td><p dir="ltr"><span style="white-space:pre-wrap;">Lunedì</span></p></td><td><p dir="ltr"><span style="white-space:pre-wrap;">16 | 18</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

const LIBRE = `<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">p { line-height: 115%; background: transparent }</style></head>
<body lang="it-IT" link="#000080" vlink="#800000" dir="ltr"><h3 class="western">Nonni</h3>
<p style="line-height: 100%; margin-bottom: 0cm">Prima riga<br/>

seconda riga, <font color="#ff0000"><b>forte</b></font> e
<a href="mailto:anna@esempio.it">scrivi ad Anna</a></p>
<ol start="2">
	<li><p style="margin-bottom: 0cm">due</p>
	<ul>
		<li><p style="margin-bottom: 0cm">dentro</p></li>
	</ul>
	</li><li><p style="margin-bottom: 0cm">tre</p></li>
</ol>
</body></html>`;

const WHATSAPP = `<meta charset='utf-8'><span class="_ao3e selectable-text copyable-text" style="white-space-collapse: preserve; font-family: Segoe UI;"><span style="min-height: 0px;">Ciao a tutti <img crossorigin="anonymous" src="data:image/gif;base64,R0lGODlh" alt="👨‍👩‍👧" draggable="false" class="b75 emoji wa _ao3e selectable-text copyable-text" data-plain-text="👨‍👩‍👧" style="background-image: url(x.webp);">
ci vediamo <strong class="_ao3e selectable-text copyable-text" data-app-text-template="*\${appText}*">alle 5</strong> e <em class="_ao3e">puntuali</em>
<a dir="ltr" href="https://esempio.it/mappa" target="_blank" rel="noopener noreferrer" class="_ao3e selectable-text copyable-text">https://esempio.it/mappa</a></span></span>`;

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {font-weight:700;}--></style></head><body link=blue><table border=0 cellpadding=0 width=128 style='border-collapse:collapse'><!--StartFragment--><col width=64 span=2><tr height=20><td class=xl65>Anno</td><td>Ore</td></tr><tr><td align=right>2014</td><td align=right>1.200,50</td></tr><!--EndFragment--></table></body></html>`;

export const SAMPLES: Sample[] = [
  {
    from: 'Word',
    html: WORD,
    typed: `## Che cosa serve

Il **centro civico** è *troppo* lontano: lo dice anche [il verbale](https://esempio.it/verbale_\\(2014\\)).

- Un pulmino
  - la mattina
  - la sera
    - solo d’inverno
- Una panchina

Poi, in ordine:

3. chiedere
   1. al Comune
4. aspettare

| Chi | Che cosa |
| - | - |
| Anna | il pulmino e i turni |`,
  },
  {
    from: 'Word in a browser',
    html: `<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0"><span class="TextRun SCXW1 BCX0" style="font-weight:bold">Per chi</span><span class="EOP">&nbsp;</span></p></div>${ONLINE_ITEM('Bullet', 1, 1, 'anziani')}${ONLINE_ITEM('Bullet', 2, 1, 'soli')}${ONLINE_ITEM('Bullet', 1, 2, 'famiglie')}<div class="OutlineElement"><p class="Paragraph">poi</p></div>${ONLINE_ITEM('Number', 1, 1, 'uno')}${ONLINE_ITEM('Number', 1, 2, 'due')}`,
    typed: '**Per chi**\n\n- anziani\n  - soli\n- famiglie\n\npoi\n\n1. uno\n2. due',
  },
  {
    from: 'Google Docs',
    html: GOOGLE,
    typed: `# Il doposcuola

Serve **subito** *davvero*: [gli orari](https://esempio.it/orari) e una_parola_unita

- Aule
  - quella grande
- Volontari

| Giorno | Ora |
| - | - |
| Lunedì | 16 \\| 18 |`,
  },
  {
    from: 'LibreOffice',
    html: LIBRE,
    typed: `### Nonni

Prima riga
seconda riga, **forte** e [scrivi ad Anna](mailto:anna@esempio.it)

2. due
   - dentro
3. tre`,
  },
  {
    from: 'WhatsApp',
    html: WHATSAPP,
    typed: 'Ciao a tutti 👨‍👩‍👧\nci vediamo **alle 5** e *puntuali*\nhttps://esempio.it/mappa',
  },
  { from: 'Excel', html: EXCEL, typed: '| Anno | Ore |\n| - | - |\n| 2014 | 1.200,50 |' },
];

/** Everything that must not come through. */
export const HOSTILE = `<h2 onclick="alert(1)">Titolo</h2><script>alert(1)</script><style>p{}</style>
<p>uno <img src="https://esempio.it/spia.gif" onerror="alert(1)" alt="una foto lunga"><a href="javascript:alert(1)">due</a>
<a href="file:///C:/segreti.docx">tre</a> <a href="#_ftn1">quattro</a> <a href="data:text/html,x">cinque</a>
<span style="display:none">nascosto</span><object>dentro</object>
&lt;script&gt;alert(1)&lt;/script&gt; [sei](javascript:alert(1))</p>`;
