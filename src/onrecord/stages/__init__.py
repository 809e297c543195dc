"""The stages of the pipeline, one public function each; they never import one another."""
