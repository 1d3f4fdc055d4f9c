"""What people have judged before: decisions about findings."""
