// Stands for a program that counts visits. It runs only where the visitor has agreed.
document.documentElement.dataset.counted = "yes";
