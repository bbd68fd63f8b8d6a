// The page of searching in a static site: asks search/client.js, shows what it proves, counts what it may find.
// Text is set as text, never as HTML.
(function () {
  "use strict";
  var PAGE = 10, FACETS = 12, form, box, sort, section, year, results, status, more, months, narrow, asked = 0;

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
    if (year.value) said += " after:" + year.value + "-01-01 before:" + ("000" + (+year.value + 1)).slice(-4) + "-01-01";
    return said;
  }
  function say(key, places) { status.textContent = backissueReader.word(key, places); }
  function row(hit) {
    var item = element("li"), link = marked("a", "", hit.title || backissueReader.word("untitled"), hit.titleHighlights), by = element("span", "by");
    link.href = hit.path;
    item.appendChild(link);
    if (hit.day) { var day = element("time", "", hit.day); day.dateTime = hit.day; item.appendChild(document.createTextNode(" ")); item.appendChild(day); }
    if (hit.section) by.appendChild(element("span", "s", hit.section));
    if (hit.authors.length) by.appendChild(element("span", "", hit.authors.slice(0, 3).join("、")));
    item.appendChild(document.createTextNode(" ")); item.appendChild(by);
    if (hit.snippet) item.appendChild(marked("p", "snippet", hit.snippet, hit.highlights));
    return item;
  }

  // The months, as render/charts.py draws them for the server: found above, what is held of what is known below.
  var HIGH = 64, WIDE = 8, BAND = 8;
  function svg(tag, given, text) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.keys(given).forEach(function (name) { made.setAttribute(name, given[name]); });
    if (text) made.textContent = text;
    return made;
  }
  function span(list) {
    var by = new Map(list.map(function (m) { return [m.month, m]; })), out = [], at = list[0].month, last = list[list.length - 1].month;
    while (at <= last && out.length <= 1200) {
      out.push(by.get(at) || { month: at });
      var y = +at.slice(0, 4), m = +at.slice(5) + 1;
      at = ("000" + (m > 12 ? y + 1 : y)).slice(-4) + "-" + ("0" + (m > 12 ? 1 : m)).slice(-2);
    }
    return out.length > 1200 ? list : out;
  }
  function draw(list) {
    var old = months.querySelector("svg");
    if (old) old.remove();
    list = list.filter(function (m) { return m.month > "1000"; });
    months.hidden = !list.length;
    if (!list.length) return;
    list = span(list);
    var top = HIGH - BAND - 2, most = Math.max.apply(null, [1].concat(list.map(function (m) { return m.found || 0; })));
    var drawn = svg("svg", { "class": "bars spread", viewBox: "0 0 " + (list.length * WIDE + 24) + " " + (HIGH + 18), preserveAspectRatio: "xMinYMid meet", role: "img", "aria-label": backissueReader.word("chart_found") });
    list.forEach(function (m, at) {
      var x = at * WIDE;
      if (/-01$/.test(m.month) || !at) {
        drawn.appendChild(svg("line", { x1: x, x2: x, y1: 0, y2: HIGH + 4 }));
        drawn.appendChild(svg("text", { x: x + 3, y: HIGH + 13 }, m.month.slice(0, 4)));
      }
      if (!m.expected) return;
      var high = m.found ? Math.max(1, Math.round(m.found * top / most)) : 0, there = Math.round(m.held * BAND / m.expected);
      drawn.appendChild(svg("rect", { "class": "held", x: x + 1, y: top - high, width: WIDE - 2, height: high }));
      drawn.appendChild(svg("rect", { "class": "known", x: x + 1, y: HIGH - BAND, width: WIDE - 2, height: BAND }));
      drawn.appendChild(svg("rect", { "class": "there", x: x + 1, y: HIGH - there, width: WIDE - 2, height: there }));
      var all = drawn.appendChild(svg("rect", { "class": "all", x: x, y: 0, width: WIDE, height: HIGH }));
      all.appendChild(svg("title", {}, backissueReader.word("chart_month", { month: m.month, found: m.found.toLocaleString(), held: m.held.toLocaleString(), expected: m.expected.toLocaleString() })));
    });
    months.insertBefore(drawn, months.firstChild);
  }

  // What to narrow by: a group's counts are loaded when it is opened.
  function address(said) {
    var made = new URLSearchParams();
    [["q", said], ["sort", sort.value], ["section", section.value], ["year", year.value]].forEach(function (pair) { if (pair[1]) made.set(pair[0], pair[1]); });
    return "?" + made;
  }
  function offer(found, mine) {
    Array.from(narrow.children).forEach(function (group) {
      var list = group.querySelector("ul"), kind = group.dataset.kind;
      list.textContent = "";
      group.hidden = !found.upTo;
      function fill() {
        if (!group.open || list.firstChild || mine !== asked) return;
        found.facet(kind).then(function (rows) {
          if (mine !== asked) return;
          list.textContent = "";
          group.hidden = !rows.length;
          rows.slice(0, FACETS).forEach(function (one) {
            var item = element("li"), link = element("a", "", one.name), said = (box.value.trim() + " " + kind + ":" + quoted(one.name)).trim();
            link.href = address(said);
            link.onclick = function (event) { if (event.ctrlKey || event.metaKey || event.shiftKey) return; box.value = said; ask(event); box.focus(); };
            item.appendChild(link);
            item.appendChild(element("span", "n", one.count.toLocaleString()));
            list.appendChild(item);
          });
        }, function () { group.hidden = true; });
      }
      group.ontoggle = fill;
      fill();
    });
  }

  function run(from) {
    var text = query(), mine = ++asked;
    if (!from) { results.textContent = ""; months.hidden = true; Array.from(narrow.children).forEach(function (group) { group.hidden = true; }); }
    more.hidden = true;
    if (!text) { status.textContent = ""; return; }
    say("searching");
    Backissue.search(text, { limit: PAGE, from: from || 0, sort: sort.value }).then(function (found) {
      if (mine !== asked) return;
      var first = null;
      found.hits.forEach(function (hit) { var made = results.appendChild(row(hit)); first = first || made; });
      if (!results.firstChild && found.next === null) say("results_none");
      else say(found.exact ? "results" : "results_upto", { n: found.upTo.toLocaleString() });
      more.hidden = found.next === null || found.next === undefined;
      more.onclick = function () { run(found.next); };
      if (from && first) first.querySelector("a").focus();
      if (found.upTo && !from) draw(found.months());
      offer(found, mine);
    }, function (error) { if (mine === asked) status.textContent = error.message; });
  }
  function ask(event) {
    if (event) event.preventDefault();
    try { history.replaceState(null, "", address(box.value)); } catch (e) { /* from disk */ }
    run(0);
  }
  document.addEventListener("DOMContentLoaded", function () {
    form = document.getElementById("search"); box = document.getElementById("q");
    sort = form.elements.sort; section = form.elements.section; year = form.elements.year;
    results = document.getElementById("results"); status = document.getElementById("status"); more = document.getElementById("more");
    months = document.getElementById("months"); narrow = document.getElementById("narrow");
    form.querySelector(".choose").hidden = false;
    var said = new URLSearchParams(location.search);
    backissueReader.words(function () {
      box.value = said.get("q") || "";
      ["sort", "section", "year"].forEach(function (name) { if (said.get(name)) form.elements[name].value = said.get(name); });
      form.addEventListener("submit", ask);
      [sort, section, year].forEach(function (choice) { choice.addEventListener("change", ask); });
      if (query()) run(0); else box.focus();
    });
  });
})();
