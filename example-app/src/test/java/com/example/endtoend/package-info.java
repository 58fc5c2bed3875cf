/** Everything, on real servers: what a person, a browser and a stranger's application get to see. */
package com.example.endtoend;
