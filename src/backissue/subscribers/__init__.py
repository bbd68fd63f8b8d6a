"""The people who get the letter, and the care they are owed.

A list of readers of a banned newspaper endangers them. So there is none unless
somebody makes one; it lies outside the paper's folder, sealed with a public key;
and nothing of an address gets into a message, a log, a journal or an exception.
Refuses a list inside a paper's folder or a git work tree.
"""
