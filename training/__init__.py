"""How the English language network is made. Nothing here is needed to use it."""
