package org.lostbit.model.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A step that the source announces: {@code actor.step("5b")}.
 *
 * @param type the binary name of the class
 * @param method the method's name
 * @param number the step's number; empty where it is no literal
 */
record Announced(String type, String method, String number) {

  /** All announcements in a source file, found by the compiler's own parser. */
  static List<Announced> in(String path, String source) {
    List<Announced> found = new ArrayList<>();
    try {
      JavacTask task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(
                      null, null, null, List.of("-proc:none"), null, List.of(file(path, source)));
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, found).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be parsed", e);
    }
    return found;
  }

  private static JavaFileObject file(String path, String source) {
    return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final Deque<String> types = new ArrayDeque<>();
    private final Deque<String> methods = new ArrayDeque<>();
    private final List<Announced> found;

    Scanner(CompilationUnitTree unit, List<Announced> found) {
      this.found = found;
      types.push(unit.getPackageName() + ".");
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      String outer = types.peek();
      types.push(outer + (outer.endsWith(".") ? "" : "$") + type.getSimpleName());
      super.visitClass(type, null);
      types.pop();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      methods.push(method.getName().toString());
      super.visitMethod(method, null);
      methods.pop();
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      boolean announces =
          call.getMethodSelect() instanceof MemberSelectTree select
              && select.getIdentifier().contentEquals("step")
              && call.getArguments().size() == 1;
      if (announces) {
        number(call.getArguments().get(0));
      }
      return super.visitMethodInvocation(call, null);
    }

    private void number(ExpressionTree argument) {
      if (argument instanceof ConditionalExpressionTree either) {
        number(either.getTrueExpression());
        number(either.getFalseExpression());
      } else {
        boolean literal = argument.getKind() == Tree.Kind.STRING_LITERAL;
        String number = literal ? ((LiteralTree) argument).getValue().toString() : "";
        found.add(new Announced(types.peek(), methods.peek(), number));
      }
    }
  }
}
