// Package toolchain builds what the widgets are made of: the WebAssembly modules
// with TinyGo, the scripts and stylesheets with esbuild.
//
// The file lock names the versions. "make toolchain" installs and builds what is
// missing, into .build/toolchain; "make dist" builds the modules anew, into
// wasm/dist. Nobody else needs either: what is built is committed.
//
//	tools, err := toolchain.Find(root)
//	if err != nil {
//		return err // says what is missing, and how to get it
//	}
//	module, err := tools.Build("./wasm/signup")
package toolchain
