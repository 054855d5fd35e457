def leave_out(root): pass
