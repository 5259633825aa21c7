"""Languages other than English, covered in part by their commonest formulas."""
