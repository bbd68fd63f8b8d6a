"""Speed, memory and quality, side by side with the peers: ``python -m benchmarks`` runs what :mod:`benchmarks.__main__` lists."""
