// What a reader may set: light, text size, script, the interface's language. And a few keys. Pages read without any of it.
var backissueReader = (function () {
  "use strict";
  var html = document.documentElement, root = html.dataset.root, printed = html.lang, kept = {};
  function get(name) { try { return localStorage.getItem("backissue-" + name) || ""; } catch (e) { return kept[name] || ""; } }
  function put(name, value) {
    kept[name] = value;
    try { if (value) localStorage.setItem("backissue-" + name, value); else localStorage.removeItem("backissue-" + name); } catch (e) { /* private windows */ }
  }
  function show(name, value) { if (value) html.dataset[name] = value; else delete html.dataset[name]; }
  html.classList.add("script");
  show("theme", get("theme")); show("size", get("size"));

  function load(name, ready, then) {
    if (ready()) return then();
    var script = document.createElement("script");
    script.src = root + "assets/" + name;
    script.onload = function () { if (ready()) then(); };
    document.head.appendChild(script);
  }
  function words(then) { load("words.js", function () { return window.backissueWords; }, then); }
  function word(key, places) {
    var table = window.backissueWords && window.backissueWords[get("language") || printed];
    var text = (table && table[key]) || key;
    return text.replace(/\{(\w+)\}/g, function (all, name) { return places && name in places ? places[name] : all; });
  }

  // the interface in another language
  var months = "January February March April May June July August September October November December".split(" ");
  function day(iso, language) {
    var m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(iso);
    if (!m) return "";
    var said = language === "en" ? +m[3] + " " + months[m[2] - 1] + " " + m[1] : m[1] + "年" + +m[2] + "月" + +m[3] + "日";
    return m[4] ? said + " " + m[4] : said;
  }
  function speak(language) {
    if (!language || (language === printed && !html.dataset.spoken)) return;
    words(function () {
      var table = window.backissueWords[language], key;
      if (!table) return;
      html.dataset.spoken = language; html.lang = language;
      document.querySelectorAll("[data-w]").forEach(function (at) {
        if ((key = table[at.dataset.w])) at.textContent = key.replace(/\{(\w+)\}/g, function (all, name) { return name in at.dataset ? day(at.dataset[name], language) || at.dataset[name] : all; });
      });
      document.querySelectorAll("[data-m]").forEach(function (at) {
        var m = at.dataset.m.split("-"), year = m.length > 1 ? m[0] : "", month = m[m.length - 1];
        at.textContent = language === "en" ? months[month - 1] + (year && " " + year) : (year && year + "年") + month + "月";
      });
      document.querySelectorAll("[data-d]").forEach(function (at) { at.textContent = table.weekdays[at.dataset.d]; });
      document.querySelectorAll("[data-w-label]").forEach(function (at) { at.setAttribute("aria-label", table[at.dataset.wLabel]); });
      document.querySelectorAll("[data-w-ph]").forEach(function (at) { at.placeholder = table[at.dataset.wPh]; });
      document.querySelectorAll("time[datetime]").forEach(function (at) {
        if (/[年A-Z]/.test(at.textContent) && !/UTC/.test(at.textContent)) at.textContent = day(at.getAttribute("datetime"), language);
      });
    });
  }

  // Chinese in the other script, one character to one; what is printed is kept and comes back
  var before = new Map();
  function turn(script) {
    before.forEach(function (text, node) { node.nodeValue = text; });
    before.clear();
    if (!script) return;
    load("scripts.js", function () { return window.backissueScripts; }, function () {
      var pair = window.backissueScripts[script], from = Array.from(pair[0]), to = Array.from(pair[1]), table = {};
      from.forEach(function (c, i) { table[c] = to[i]; });
      document.querySelectorAll("[lang^='zh'],[lang^='yue']").forEach(function (part) {
        if (part === html || part.closest("[data-fixed]")) return;
        var walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), node;
        while ((node = walk.nextNode())) {
          if (before.has(node) || node.parentElement.closest("pre,code,script")) continue;
          var text = node.nodeValue, made = text.replace(/[\u3400-\u9fff\uf900-\ufaff]/g, function (c) { return table[c] || c; });
          if (made !== text) { before.set(node, text); node.nodeValue = made; }
        }
      });
    });
  }

  // the panel of settings
  var choices = [
    ["theme", [["", "theme_auto"], ["light", "theme_light"], ["dark", "theme_dark"]]],
    ["size", [["small", "size_small"], ["", "size_normal"], ["large", "size_large"], ["huge", "size_huge"]]],
    ["script", [["", "script_as_is"], ["hant", "script_hant"], ["hans", "script_hans"]]],
    ["language", [["zh-Hant", ""], ["zh-Hans", ""], ["en", ""]]]
  ], own = { "zh-Hant": "繁體中文", "zh-Hans": "简体中文", en: "English" }, titles = { language: "interface" };
  function set(name, value) {
    put(name, value);
    if (name === "script") turn(value); else if (name === "language") speak(value); else show(name, value);
  }
  function make(tag, key, text) {
    var made = document.createElement(tag);
    if (key) { made.dataset.w = key; made.textContent = word(key); } else if (text) made.textContent = text;
    return made;
  }
  function panel(box) {
    words(function () {
      choices.forEach(function (choice) {
        var name = choice[0], group = make("fieldset");
        group.appendChild(make("legend", titles[name] || name));
        choice[1].forEach(function (pair) {
          var label = make("label"), input = make("input");
          input.type = "radio"; input.name = "backissue-" + name; input.value = pair[0];
          input.checked = (get(name) || (name === "language" ? printed : "")) === pair[0];
          input.addEventListener("change", function () { set(name, pair[0]); });
          label.appendChild(input); label.appendChild(make("span", pair[1], own[pair[0]]));
          group.appendChild(label);
        });
        if (name === "script") group.appendChild(make("small", "script_note"));
        box.appendChild(group);
      });
      box.appendChild(make("small", "keys_help"));
    });
  }

  function two(n) { return (n < 10 ? "0" : "") + n; }
  document.addEventListener("DOMContentLoaded", function () {
    var tools = document.querySelector(".tools"), now = new Date(), today = two(now.getMonth() + 1) + "-" + two(now.getDate());
    if (tools) {
      tools.hidden = false;
      tools.addEventListener("toggle", function () {
        var box = tools.querySelector(".panel");
        if (tools.open && !box.firstChild) panel(box);
      });
    }
    document.querySelectorAll(".noscript").forEach(function (at) { at.hidden = true; });
    var calendar = document.querySelector(".months[data-today]"), there;
    if (calendar && (there = calendar.querySelector('a[href="' + today + '.html"]'))) {
      there.setAttribute("aria-current", "date");
      words(function () {
        var link = make("a", "today_now"), line = document.querySelector(".now");
        link.href = there.getAttribute("href"); line.appendChild(link);
        if (get("language")) speak(get("language"));
      });
    }
    if (get("language")) speak(get("language"));
    if (get("script")) turn(get("script"));
  });

  document.addEventListener("keydown", function (event) {
    var at = event.target, there;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable) return;
    function go(selector) { there = document.querySelector(selector); if (there) location.href = there.href; }
    switch (event.key) {
      case "/":
        event.preventDefault();
        there = document.getElementById("q");
        if (there) there.focus(); else location.href = root + "search.html";
        break;
      case "j": go('.turn a[rel="next"]'); break;
      case "k": go('.turn a[rel="prev"]'); break;
      case "h": location.href = root + "index.html"; break;
      case "c": location.href = root + "years/index.html"; break;
      case "t": set("theme", { "": "dark", dark: "light", light: "" }[get("theme")]); break;
      case "+": case "=": case "-":
        var sizes = ["small", "", "large", "huge"], i = sizes.indexOf(get("size")) + (event.key === "-" ? -1 : 1);
        if (i >= 0 && i < sizes.length) set("size", sizes[i]);
        break;
    }
  });
  return { word: word, words: words, get: get, speak: function () { if (get("language")) speak(get("language")); } };
})();
