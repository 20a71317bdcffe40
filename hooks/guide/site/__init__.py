"""What surrounds the pages: offline, search, style sheets, policy, redirects, pictures, publishing. No page bodies."""
