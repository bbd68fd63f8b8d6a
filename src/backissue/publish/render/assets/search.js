// The page of searching in a static site: asks search/client.js, shows what it proves. Text is set as text, never as HTML.
(function () {
  "use strict";
  var form, box, sort, section, year, results, status, more, asked = 0;

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }
  function marked(tag, name, text, spans) {
    var made = element(tag, name), at = 0;
    (spans || []).forEach(function (span) {
      made.appendChild(document.createTextNode(text.slice(at, span[0])));
      made.appendChild(element("mark", "", text.slice(span[0], span[1])));
      at = span[1];
    });
    made.appendChild(document.createTextNode(text.slice(at)));
    return made;
  }
  function quoted(text) { return '"' + text.replace(/"/g, " ") + '"'; }
  function query() {
    var said = box.value.trim();
    if (section.value) said += " section:" + quoted(section.value);
    if (year.value) said += " after:" + year.value + "-01-01 before:" + year.value + "-12-31";
    return said;
  }
  function say(key, places) { status.textContent = backissueReader.word(key, places); }
  function row(hit) {
    var item = element("li"), link = marked("a", "", hit.title || backissueReader.word("untitled"), hit.titleHighlights), by = element("span", "by");
    link.href = hit.path;
    item.appendChild(link);
    if (hit.day) { var day = element("time", "", hit.day); day.dateTime = hit.day; item.appendChild(document.createTextNode(" ")); item.appendChild(day); }
    if (hit.section) by.appendChild(element("span", "s", hit.section));
    if (hit.authors.length) by.appendChild(element("span", "", hit.authors.join("、")));
    item.appendChild(document.createTextNode(" ")); item.appendChild(by);
    if (hit.snippet) item.appendChild(marked("p", "snippet", hit.snippet, hit.highlights));
    return item;
  }
  function run(from) {
    var text = query(), mine = ++asked;
    if (!from) results.textContent = "";
    more.hidden = true;
    if (!text) { status.textContent = ""; return; }
    say("searching");
    Backissue.search(text, { limit: 20, from: from || 0, sort: sort.value }).then(function (found) {
      if (mine !== asked) return;
      found.hits.forEach(function (hit) { results.appendChild(row(hit)); });
      if (!results.firstChild && found.next === null) say("results_none");
      else say(found.exact ? "results" : "results_upto", { n: found.upTo.toLocaleString() });
      more.hidden = found.next === null || found.next === undefined;
      more.onclick = function () { run(found.next); };
    }, function (error) { if (mine === asked) status.textContent = error.message; });
  }
  function ask(event) {
    if (event) event.preventDefault();
    var said = new URLSearchParams();
    [["q", box], ["sort", sort], ["section", section], ["year", year]].forEach(function (pair) { if (pair[1].value) said.set(pair[0], pair[1].value); });
    try { history.replaceState(null, "", "?" + said); } catch (e) { /* from disk */ }
    run(0);
  }
  document.addEventListener("DOMContentLoaded", function () {
    form = document.getElementById("search"); box = document.getElementById("q");
    sort = form.elements.sort; section = form.elements.section; year = form.elements.year;
    results = document.getElementById("results"); status = document.getElementById("status"); more = document.getElementById("more");
    form.querySelector(".choose").hidden = false;
    var said = new URLSearchParams(location.search);
    backissueReader.words(function () {
      box.value = said.get("q") || "";
      ["sort", "section", "year"].forEach(function (name) { if (said.get(name)) form.elements[name].value = said.get(name); });
      form.addEventListener("submit", ask);
      [sort, section, year].forEach(function (choice) { choice.addEventListener("change", ask); });
      if (box.value) run(0); else box.focus();
    });
  });
})();
