"""What a whole comparison says at a glance: figures, quotations, claims, wording."""
