/** The one HTML document of the page; everything else is drawn by page.js. */
export function pageDocument(teamName: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(teamName)} – Precedent playground</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="page"></div></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The page's icon: a # on aubergine. */
export const pageIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#4a154b"/><path d="M12 7 9.5 25M22.5 7 20 25M7 12.5h19M6 19.5h19" stroke="#ecb22e" stroke-width="3" stroke-linecap="round"/></svg>`;
