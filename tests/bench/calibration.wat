;; The two loops of crate/core/benches/calibration for wasm, where they are explained.
(module
  ;; 64 MiB.
  (memory 1024)

  ;; 2^24 rounds of splitmix64, joined in their order.
  (func (export "arithmetic") (result i64)
    (local $round i32) (local $state i64) (local $word i64) (local $sum i64)
    (loop $next
      (local.set $state (i64.add (local.get $state) (i64.const 0x9e3779b97f4a7c15)))
      (local.set $word (local.get $state))
      (local.set $word (i64.mul
        (i64.xor (local.get $word) (i64.shr_u (local.get $word) (i64.const 30)))
        (i64.const 0xbf58476d1ce4e5b9)))
      (local.set $word (i64.mul
        (i64.xor (local.get $word) (i64.shr_u (local.get $word) (i64.const 27)))
        (i64.const 0x94d049bb133111eb)))
      (local.set $sum (i64.xor (i64.rotl (local.get $sum) (i64.const 1))
        (i64.xor (local.get $word) (i64.shr_u (local.get $word) (i64.const 31)))))
      (local.set $round (i32.add (local.get $round) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $round) (i32.const 0x1000000))))
    (local.get $sum))

  ;; Each word is its place times the step of splitmix64.
  (func (export "fill")
    (local $at i32) (local $word i64)
    (loop $next
      (i64.store (local.get $at) (local.get $word))
      (local.set $word (i64.add (local.get $word) (i64.const 0x9e3779b97f4a7c15)))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 0x4000000)))))

  ;; The first half written over the second, each word one more; then a word of every line joined, far from line to line.
  (func (export "memory") (result i64)
    (local $at i32) (local $line i32) (local $count i32) (local $sum i64)
    (loop $next
      (i64.store offset=0x2000000 (local.get $at) (i64.add (i64.load (local.get $at)) (i64.const 1)))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 0x2000000))))
    (loop $next
      (local.set $line (i32.and (i32.add (local.get $line) (i32.const 650101)) (i32.const 0xfffff)))
      (local.set $sum (i64.add (i64.rotl (local.get $sum) (i64.const 1)) (i64.load (i32.shl (local.get $line) (i32.const 6)))))
      (local.set $count (i32.add (local.get $count) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $count) (i32.const 0x100000))))
    (local.get $sum)))
