"""Knowledge of the world: who is who, and what lies where."""
