"""The visible parts, one a module, each with its look in styles/."""
