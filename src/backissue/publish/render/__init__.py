"""How the paper looks: words of the interface, safe HTML from Markdown, templates, and the assets they use.

Nothing here reads or writes files of a user; values come in, text goes out.
One set of templates serves the static site and the server.
"""
